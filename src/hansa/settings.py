"""Settings: each value is read from the environment by a typed reader that refuses nonsense."""

import os
import secrets
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _


def flag(name: str, default: bool) -> bool:
    """An environment variable that is 1, true, yes or 0, false, no."""
    value = os.environ.get(name, "").strip().lower()
    if value in ("", "1", "true", "yes", "0", "false", "no"):
        return default if not value else value in ("1", "true", "yes")
    raise ImproperlyConfigured(f"{name} is {value!r}; write 1 or 0")


def words(name: str, default: str) -> list[str]:
    """An environment variable that lists words, parted by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def whole_number(name: str, default: int) -> int:
    """An environment variable that is a whole number, 0 or more."""
    value = os.environ.get(name, "").strip() or str(default)
    if not value.isascii() or not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is {value!r}; write a whole number")
    return int(value)


def secret_key(folder: Path) -> str:
    """The key that signs sessions: HANSA_SECRET_KEY, else one made at the first start and kept in the data folder."""
    if key := os.environ.get("HANSA_SECRET_KEY"):
        return key
    file = folder / "keys" / "secret_key"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return file.read_text(encoding="ascii").strip()


# The folder that holds the database, the documents and the keys.
HANSA_DATA = Path(os.environ.get("HANSA_DATA") or "var").resolve()
HANSA_DOCUMENTS = HANSA_DATA / "documents"

PACKAGE = Path(__file__).parent
DEBUG = flag("HANSA_DEBUG", default=False)
SECRET_KEY = secret_key(HANSA_DATA)
# Names under which the site is reached, parted by commas.
ALLOWED_HOSTS = words("HANSA_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = words("HANSA_ORIGINS", "")
# Behind a proxy that speaks HTTPS: cookies and redirects only over it.
HTTPS = flag("HANSA_HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

INSTALLED_APPS = [
    "hansa.register",
    "hansa.web",
    "hansa.public",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]
MIDDLEWARE = [
    "hansa.web.request_ids.RequestId",
    "hansa.web.csp.ContentSecurityPolicy",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Every page is denied to visitors until its view says otherwise.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "hansa.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# DATABASE_URL names a PostgreSQL server; without it, SQLite in the data folder.
DATABASES = {
    "default": dj_database_url.config(
        env="DATABASE_URL", default=f"sqlite:///{HANSA_DATA / 'hansa.sqlite3'}", conn_max_age=60
    ),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        # One writes at a time: others wait, as long as the import of a whole register may take.
        "timeout": 300,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Failed log-ins are counted in files, so that all processes of an installation count the same ones.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "failures": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": HANSA_DATA / "cache" / "failures",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

AUTH_USER_MODEL = "register.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "web:login"
LOGIN_REDIRECT_URL = "web:dashboard"
LOGOUT_REDIRECT_URL = "public:partners"

LANGUAGE_CODE = "zh-hant"
LANGUAGES = [("zh-hant", _("Traditional Chinese")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = os.environ.get("HANSA_TIME_ZONE", "Asia/Taipei")
USE_TZ = True
USE_I18N = True

# The report of a trip abroad is due so many months after its last day.
HANSA_TRIP_REPORT_MONTHS = whole_number("HANSA_TRIP_REPORT_MONTHS", default=3)

STATIC_URL = "static/"
# The page bundles lie in the package's static folder; they are served from there, hashed names are not needed.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # It logs every request.
    "loggers": {"httpx": {"level": "WARNING"}},
}
