"""Who asks: the address, read from the proxy only when there is one, and its network."""

import pytest
from django.http import HttpRequest
from pytest_django import Settings

from checklist.limits import address_of, network_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_databases,
    pytest.mark.usefixtures("clock", "_small_limits", "_quick_pdf"),
]


@pytest.mark.parametrize(
    ("remote", "forwarded", "behind_proxy", "address"),
    [
        ("192.0.2.1", None, False, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7", False, "192.0.2.1"),
        ("127.0.0.1", "198.51.100.7", True, "198.51.100.7"),
        ("127.0.0.1", "10.9.9.9, 198.51.100.7", True, "198.51.100.7"),
        ("127.0.0.1", None, True, "127.0.0.1"),
        ("127.0.0.1", "onzin", True, "unknown"),
        ("", None, False, "unknown"),
        ("127.0.0.1", "198.51.100.7:49152", True, "198.51.100.7"),
        ("127.0.0.1", "10.9.9.9, 198.51.100.7:443", True, "198.51.100.7"),
        ("127.0.0.1", "[2001:db8:1:2::9]:49152", True, "2001:db8:1::/48"),
        ("127.0.0.1", "[2001:db8:1:2::9]", True, "2001:db8:1::/48"),
        ("127.0.0.1", "2001:db8:1:2::9", True, "2001:db8:1::/48"),
        ("127.0.0.1", "198.51.100.7:poort", True, "unknown"),
        ("2001:db8:1:2:3:4:5:6", None, False, "2001:db8:1::/48"),
        ("2001:db8:1:ffff::9", None, False, "2001:db8:1::/48"),
        ("2001:db8:2:2::9", None, False, "2001:db8:2::/48"),
        ("::ffff:192.0.2.1", None, False, "192.0.2.1"),
    ],
)
def test_who_asks_is_read_from_the_proxy_only_when_there_is_one(
    settings: Settings, remote: str, forwarded: str | None, behind_proxy: bool, address: str
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    request = HttpRequest()
    request.META = {"REMOTE_ADDR": remote} | ({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {})
    assert address_of(request) == address


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.0/24"),
        ("192.0.2.255", "192.0.2.0/24"),
        ("192.0.3.1", "192.0.3.0/24"),
        ("2001:db8:1::/48", "2001:db8:1::/48"),
        ("unknown", "unknown"),
    ],
)
def test_the_network_of_an_address(address: str, network: str) -> None:
    assert network_of(address) == network
