"""Names of people, places and organisations: finding them, and one key for all spellings of one."""

from reader.language.names.mentions import Name, name_key, names, same_name
from reader.language.names.places import is_place, place_key

__all__ = ["Name", "is_place", "name_key", "names", "place_key", "same_name"]
