"""Someone whose password was asked again."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import PASSWORD


def give_password_again(client: Client) -> None:
    response = client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert response.status_code == 302


@pytest.fixture
def ana_herself(as_ana: Client) -> Client:
    """Ana, who has just given her password again."""
    give_password_again(as_ana)
    return as_ana
