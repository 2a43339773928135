"""The web: an address to the bytes that stand there.

Here: which addresses may be asked (`addresses`), connecting to those and no others (`connecting`), packed bodies
(`packing`), one request with its limits (`fetching`). Not here: what the bytes are (pages: `pages`; feeds:
`reader.sources.feeds`), when an address is asked again (ingest).

No HTTP library: the address that is connected to has to be the one that was checked, and a whole answer has to come
within a time, whatever the server does. httpx and urllib3 offer neither but through overridden internals; over
`http.client`, whose `connect` is there to be overridden, both are a few lines, and loading it takes half the time.
Nothing is imported here: what an address is has to be known before anything is fetched.
"""
