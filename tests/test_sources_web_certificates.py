"""Certificates: only a server that can show who it is gets asked anything."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from datetime import datetime, timezone

import pytest
import trustme
from web_support import Answer, Site, site

from reader.sources.web import connecting
from reader.sources.web.fetching import Fetcher, FetchError, Limits

__all__ = ["site"]
LONG_AGO = datetime(2001, 1, 1, tzinfo=timezone.utc)


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system trusts the authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    monkeypatch.setattr(connecting, "tls", lambda: context)


@pytest.fixture
def secure(site: Site) -> Callable[[trustme.LeafCert], str]:
    """The address of a page of a server that shows a certificate."""

    def serve(certificate: trustme.LeafCert) -> str:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        site.socket = context.wrap_socket(site.socket, server_side=True)
        site.pages["/a"] = Answer(b"news")
        return site.url("/a", host="localhost").replace("http:", "https:")

    return serve


def fetched(address: str) -> str:
    """What is fetched, or why nothing is."""
    try:
        fetcher = Fetcher(Limits(seconds=5, silence=2), resolve=lambda host, port: ["127.0.0.1"])
        return fetcher.fetch(address, private=frozenset({"localhost"})).data.decode()
    except FetchError as error:
        return str(error)


@pytest.mark.usefixtures("trusted")
def test_a_server_that_shows_who_it_is_is_read(authority: trustme.CA, secure: Callable[..., str]) -> None:
    assert fetched(secure(authority.issue_cert("localhost"))) == "news"


def test_an_authority_that_nobody_knows_vouches_for_nothing(
    authority: trustme.CA, secure: Callable[..., str], site: Site
) -> None:
    said = fetched(secure(authority.issue_cert("localhost")))
    assert said.startswith("its certificate is not valid: ")
    assert "\n" not in said
    assert site.paths() == []


@pytest.mark.usefixtures("trusted")
def test_a_certificate_of_another_host_is_none(authority: trustme.CA, secure: Callable[..., str], site: Site) -> None:
    said = fetched(secure(authority.issue_cert("other.example")))
    assert said.startswith("its certificate is not valid: ")
    assert "localhost" in said
    assert site.paths() == []


@pytest.mark.usefixtures("trusted")
def test_a_certificate_that_has_run_out_is_none(authority: trustme.CA, secure: Callable[..., str], site: Site) -> None:
    said = fetched(secure(authority.issue_cert("localhost", not_before=LONG_AGO, not_after=LONG_AGO)))
    assert said == "its certificate is not valid: certificate has expired"
    assert site.paths() == []
