"""Facts about an article: headline, standfirst, byline, outlet, dateline, captions, dates; from tags and from text."""
