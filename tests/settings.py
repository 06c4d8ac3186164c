"""Settings for the tests: a data folder of their own, quick passwords, and PostgreSQL where its address is given."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("HANSA_DATA", tempfile.mkdtemp(prefix="hansa-tests-"))
# Playwright runs an event loop in the thread of the test.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from hansa.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SECURE_SSL_REDIRECT = False
ALLOWED_HOSTS = ["*"]
STORAGE_FOLDER = Path(os.environ["HANSA_DATA"])
