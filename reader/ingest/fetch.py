"""The one door to the network: opened only towards an address that the user named."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

LIMIT = 1_000_000
"""Bytes of an answer that are read at most."""


class FetchError(Exception):
    """The address could not be asked; the message is one plain sentence."""


def post_json(url: str, payload: dict[str, Any], timeout: float = 60.0) -> Any:
    """Sends JSON to an http or https address and returns the JSON it answers; redirects are not followed.

    :param timeout: seconds for connecting and for each read.
    :raises FetchError: no such address, no answer in time, an error status, or an answer that is not JSON.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError(f"{url} is not an http or https address")
    # Loaded late: importing http costs more than all of a comparison, and hardly anyone asks.
    import http.client  # noqa: PLC0415

    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=timeout)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        body = json.dumps(payload).encode()
        connection.request("POST", path, body, {"Content-Type": "application/json", "Accept": "application/json"})
        answer = connection.getresponse()
        data = answer.read(LIMIT + 1)
    except (OSError, http.client.HTTPException) as error:
        raise FetchError(f"{parts.hostname} does not answer: {error or type(error).__name__}") from error
    finally:
        connection.close()
    if answer.status != 200:
        raise FetchError(f"{parts.hostname} answers with status {answer.status}")
    if len(data) > LIMIT:
        raise FetchError(f"{parts.hostname} answers with more than {LIMIT} bytes")
    try:
        return json.loads(data)
    except ValueError as error:
        raise FetchError(f"{parts.hostname} answers with something that is not JSON") from error
