"""Posts compared: which two are one, in Chinese or English, and which two nobody holds at once."""

import re

from hansa.reading.patterns import regex

# What comes before a post and does not make another one of it.
_WHEN = regex(
    r"^(?:(?:前任|時任|新任|現任|候任|代理|榮譽|名譽|前)+"
    r"|(?:(?:the\s+)?(?:then|former|acting|outgoing|incoming|new|current|honorary)[- ])+)",
    re.IGNORECASE,
)
_FORMER = regex(r"^(?:前|時任|代理)|^(?:the\s+)?(?:then|former|acting|outgoing)\b", re.IGNORECASE)
_VICE = regex(r"^副|^(?:deputy|vice|lieutenant)[- ]", re.IGNORECASE)
# Which Chinese posts an English one may be.
_IN_CHINESE = {
    "mayor": "市長 縣長 區長 町長 鎮長 村長",
    "governor": "州長 省長 知事 總督 縣長",
    "president": "總統 主席 議長 會長 理事長 校長 總裁",
    "prime minister": "總理 首相",
    "premier": "總理 省長 州長",
    "speaker": "議長",
    "minister": "部長",
    "secretary-general": "秘書長 幹事長",
    "ambassador": "大使 代表",
    "consul-general": "總領事",
    "representative": "代表",
    "director": "處長 局長 所長 館長 主任 園長",
    "director-general": "處長 局長 署長",
    "superintendent": "教育長 局長",
    "councillor": "議員",
    "councilor": "議員",
    "chairman": "主席 會長 議長 理事長 董事長",
    "chair": "主席 會長 議長 理事長 董事長",
    "principal": "校長",
    "rector": "校長",
}
# Of these nobody holds two at once in one place; a head of delegation, a member of a committee and their like may hold
# another post besides.
_OFFICES = (
    "市長 縣長 州長 省長 區長 町長 鎮長 村長 知事 總督 議長 處長 局長 大使 總理 首相 總統 "
    "部長 次長 會長 理事長 校長 教育長 所長 國務卿 秘書長 幹事長 組長 議員 代表 總領事 參事 "
    "館長 科長 課長 司長 署長 廳長"
)


def same_post(one: str, other: str) -> bool:
    """Whether two posts are one: 都知事 and 知事, 駐台大使 and 大使, Mayor and 市長; never 市長 and 副市長."""
    first, second = _plain(one), _plain(other)
    if is_vice(one) != is_vice(other):
        return False
    if first.isascii() == second.isascii():
        return first == second or first.endswith(second) or second.endswith(first)
    english, chinese = (first, second) if first.isascii() else (second, first)
    return any(chinese.endswith(post) for post in _IN_CHINESE.get(english, "").split())


def exclude_each_other(one: str, other: str) -> bool:
    """Whether nobody holds both posts at once."""
    return _is_office(one) and _is_office(other) and not same_post(one, other)


def is_former(post: str) -> bool:
    """Whether it is said to be a post that was held before, or for another."""
    return _FORMER.search(post) is not None


def is_vice(post: str) -> bool:
    """Whether it is the post of a deputy."""
    return _VICE.search(_WHEN.sub("", post)) is not None


def in_words_of(post: str, draft: str) -> str:
    """A post in the language of the draft's word for it: Deputy Mayor for 副市長 where the draft is in English."""
    if not draft.isascii() or post.isascii():
        return post
    core = _plain(post)
    english = next((word for word, posts in _IN_CHINESE.items() if any(map(core.endswith, posts.split()))), "")
    words = f"deputy {english}" if is_vice(post) else english
    return (words.title() if draft[:1].isupper() else words) or post


def _plain(post: str) -> str:
    return _VICE.sub("", _WHEN.sub("", post)).strip().casefold()


def _is_office(post: str) -> bool:
    plain = _plain(post)
    return plain in _IN_CHINESE or any(plain.endswith(office) for office in _OFFICES.split())
