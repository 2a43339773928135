"""reader.private: files and folders for their owner alone."""

from __future__ import annotations

import os
import stat

import pytest

from reader import private


def mode(path) -> int:
    """The permissions of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o777])
def umask(request):
    """What is taken from the rights of new files: nothing, what is usual, everything."""
    before = os.umask(request.param)
    yield
    os.umask(before)


def test_files_and_folders_are_made_for_their_owner_alone_whatever_the_umask(tmp_path, umask):
    private.make_folder(tmp_path / "a" / "b")
    assert private.make_file(tmp_path / "a" / "b" / "c")
    assert [mode(tmp_path / place) for place in ("a", "a/b", "a/b/c")] == [0o700, 0o700, 0o600]


def test_what_is_there_is_not_made_again_nor_changed(tmp_path):
    (tmp_path / "a").mkdir(mode=0o755)
    (tmp_path / "a" / "b").write_text("kept")
    private.make_folder(tmp_path / "a")
    assert not private.make_file(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").read_text() == "kept"
    assert mode(tmp_path / "a") == 0o755


def test_no_folder_is_made_where_a_file_is(tmp_path):
    (tmp_path / "a").touch()
    with pytest.raises(OSError, match="exists"):
        private.make_folder(tmp_path / "a")


def test_a_link_to_nothing_becomes_a_link_to_a_private_file(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert private.make_file(tmp_path / "link")
    assert mode(tmp_path / "file") == 0o600


def test_mending_takes_from_others_what_they_may_and_leaves_the_owner_his_own(tmp_path):
    path = tmp_path / "a"
    path.touch()
    for before, after in ((0o644, 0o600), (0o444, 0o400), (0o777, 0o700), (0o600, 0o600)):
        path.chmod(before)
        assert private.mend(path)
        assert mode(path) == after
    assert private.mend(tmp_path / "missing")


def test_what_is_not_ours_is_left_as_it_is(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.touch()
    path.chmod(0o644)
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    assert not private.mend(path)
    assert mode(path) == 0o644
