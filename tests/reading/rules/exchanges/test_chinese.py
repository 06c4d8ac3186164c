"""Exchanges told in Chinese: what was done, which way the visit went, who and when."""

from collections.abc import Callable
from typing import Any

import pytest

from hansa.reading.rules.exchanges import exchange_takes_place

Reading = Callable[..., list[Any]]
HOME = "臺中市"


def told(facts: list[Any]) -> list[tuple[str, str, list[str]]]:
    return [(fact.kind, fact.date or "", fact.parties or []) for fact in facts]


@pytest.mark.parametrize(
    ("text", "kind", "date", "parties"),
    [
        ("112年5月3日，札幌市長秋元克廣率團來訪。", "inbound_visit", "2023-05-03", ["札幌市"]),
        ("112年5月3日，德國在台協會許明德處長拜會王大明市長。", "inbound_visit", "2023-05-03", ["德國在台協會"]),
        ("112年5月3日至6日，王大明市長率團赴日本札幌市考察。", "outbound_visit", "2023-05-03/2023-05-06", ["札幌市"]),
        ("112年5月3日，王大明市長與札幌市秋元克廣市長進行視訊會議。", "online_meeting", "2023-05-03", ["札幌市"]),
        ("112年5月，札幌市捐贈本市救護車一輛。", "donation", "2023-05", ["札幌市"]),
        ("112年5月，札幌南高校師生40人來市進行教育旅行。", "education_exchange", "2023-05", ["札幌南高校"]),
        ("112年5月，本市舞團赴札幌市演出。", "performance", "2023-05", ["札幌市"]),
        ("112年5月，於札幌市辦理臺中觀光推介會。", "promotion", "2023-05", ["札幌市"]),
        ("112年5月1日至30日，於市府舉辦「札幌市攝影展」。", "exhibition", "2023-05-01/2023-05-30", ["札幌市"]),
        ("112年5月，本市寄送賀函予札幌市新任市長。", "greeting", "2023-05", ["札幌市"]),
    ],
)
def test_exchange_by_what_was_done(read: Reading, text: str, kind: str, date: str, parties: list[str]) -> None:
    facts = read(exchange_takes_place, f"臺中市國際交流紀要\n\n{text}\n", HOME)
    assert told(facts) == [(kind, date, parties)]


@pytest.mark.parametrize(
    ("text", "kind", "date", "parties"),
    [
        ("112年5月3日，王大明市長領著教育局同仁飛抵美國丹佛市。", "outbound_visit", "2023-05-03", ["丹佛市"]),
        ("112年5月3日，札幌市長秋元克廣專程抵中，王大明市長設宴款待。", "inbound_visit", "2023-05-03", ["札幌市"]),
        ("112年5月，市府寄出一萬片口罩給札幌市。", "donation", "2023-05", ["札幌市"]),
        ("112年5月，札幌市國際交流協會寄達毛毯五箱。", "donation", "2023-05", ["札幌市國際交流協會"]),
        ("112年5月3日，丹佛市副市長透過視訊，與王大明市長商談自行車產業。", "online_meeting", "2023-05-03", ["丹佛市"]),
        ("112年5月，國小學生16名至日本札幌市寄宿家庭體驗。", "education_exchange", "2023-05", ["札幌市"]),
        ("112年5月，應札幌市之邀，將花燈送往小樽市運河館展出。", "exhibition", "2023-05", ["札幌市"]),
    ],
)
def test_exchange_in_other_words(read: Reading, text: str, kind: str, date: str, parties: list[str]) -> None:
    facts = read(exchange_takes_place, f"臺中市國際交流紀要\n\n{text}\n", HOME)
    assert told(facts) == [(kind, date, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "本市球隊打算113年赴札幌市打友誼賽。",
        "與札幌市之教育交流，經對方議會否決。",
        "113年秋，赴札幌市訪問（預定）。",
        "113年預計赴札幌市訪問。",
        "112年5月3日，高雄市議員來訪。",
        "112年度計有日本等18國、46團、612人次外賓來訪。",
        "本市與各國城市交流密切。",
    ],
)
def test_what_is_no_exchange(read: Reading, text: str) -> None:
    assert read(exchange_takes_place, f"臺中市國際交流紀要\n\n{text}\n", HOME) == []


def test_people_headcount_and_topics(read: Reading) -> None:
    text = "112年5月3日，札幌市長秋元克廣一行12人拜會王大明市長，雙方就觀光、教育及農業等議題交換意見。\n"
    (fact,) = read(exchange_takes_place, text, HOME)
    assert [person.name for person in fact.people] == ["秋元克廣", "王大明"]
    assert (fact.headcount, fact.topics) == (12, ["觀光", "教育", "農業"])


def test_thanks_for_an_earlier_gift_is_no_gift(read: Reading) -> None:
    text = "112年5月3日，札幌市長秋元克廣來訪，王市長感謝札幌市捐贈疫苗。\n"
    assert [fact.kind for fact in read(exchange_takes_place, text, HOME)] == ["inbound_visit"]


def test_heading_holds_the_subject(read: Reading) -> None:
    text = (
        "第三次定期會\n\n國際事務報告\n\n一、城市外交\n（一）臺中與日本札幌市舉辦「城市照片特展」\n"
        "以雙城互展的方式，讓市民認識彼此，展出112年3月的作品。\n（二）其他\n照常辦理業務，並無特殊事項需要說明。\n"
    )
    facts = read(exchange_takes_place, text, HOME)
    assert [(fact.kind, fact.parties, fact.title) for fact in facts] == [
        ("exhibition", ["札幌市"], "臺中與日本札幌市舉辦「城市照片特展」")
    ]


def test_later_sentences_of_an_item_tell_of_the_same_visit(read: Reading) -> None:
    text = "112年5月3日，札幌市長秋元克廣來訪。秋元市長參訪歌劇院，並出席歡迎晚宴。王市長致贈紀念品。\n"
    assert len(read(exchange_takes_place, text, HOME)) == 1


@pytest.mark.parametrize(
    ("text", "kind", "date", "parties"),
    [
        ("112年5月8日，神戶市長久元喜造順道造訪臺中。", "inbound_visit", "2023-05-08", ["神戶市"]),
        ("111年10月，大田廣域市市長李莊雨等14人作客臺中。", "inbound_visit", "2022-10", ["大田廣域市"]),
        ("112年11月，林大明副市長走訪仙台市及弘前市。", "outbound_visit", "2023-11", ["仙台市", "弘前市"]),
        ("112年9月30日，王大明市長人在前橋市，出席當地七夕祭。", "outbound_visit", "2023-09-30", ["前橋市"]),
        ("110年2月17日，兩市市長隔著螢幕相見，香取市長並致意。", "online_meeting", "2021-02-17", ["香取市"]),
        ("109年2月10日，王大明市長致函上海市市長表達慰問。", "greeting", "2020-02-10", ["上海市"]),
        ("108年10月，福岡市青少棒隊來臺中參加邀請賽。", "sports", "2019-10", ["福岡市"]),
        ("100年5月，市府將員工一日所得120萬元匯交日本大分縣。", "donation", "2011-05", ["大分縣"]),
        ("112年11月5日，弘前市漆器於葫蘆墩文化中心亮相。", "exhibition", "2023-11-05", ["弘前市"]),
        ("112年8月8日，仙台市議員三人至環保局聽取簡報。", "inbound_visit", "2023-08-08", ["仙台市"]),
    ],
)
def test_exchange_in_lively_words(read: Reading, text: str, kind: str, date: str, parties: list[str]) -> None:
    facts = read(exchange_takes_place, f"臺中市國際交流紀要\n\n{text}\n", HOME)
    assert told(facts) == [(kind, date, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "仙台市長郡和子112年5月3日訪問首爾。",
        "112年5月3日，高雄市長陳大文來訪。",
        "112年5月，本市成為島嶼觀光論壇觀察員。",
        "某聯盟第三屆市長峰會於112年5月在首爾舉行。",
        "仙台市與本市112年5月3日在臺中簽署備忘錄。",
    ],
)
def test_what_others_did_or_was_only_signed_is_no_exchange(read: Reading, text: str) -> None:
    assert read(exchange_takes_place, f"臺中市國際交流紀要\n\n{text}\n", HOME) == []


def test_day_after_that_of_the_release_is_announced_only(read: Reading) -> None:
    text = "臺中市政府新聞稿\n發布日期：112年5月3日\n\n仙台市訪問團5月9日來訪。\n"
    assert read(exchange_takes_place, text, HOME) == []


def test_show_of_a_troupe_is_told_beside_the_visit(read: Reading) -> None:
    text = "112年5月3日，仙台市長郡和子率團來訪，同行的合唱團於歌劇院演出一場，約800人到場觀賞。\n"
    visit, show = read(exchange_takes_place, text, HOME)
    assert (visit.kind, show.kind, show.attendance, show.place) == ("inbound_visit", "performance", 800, visit.place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("112年5月3日，仙台市長郡和子率團來訪，王大明市長於市政大樓接見。", "市政大樓"),
        ("112年5月3日，仙台市長郡和子率團訪中。", "臺中市"),
        ("112年5月3日，王大明市長赴仙台市考察。", "仙台市"),
    ],
)
def test_place_of_a_visit(read: Reading, text: str, place: str) -> None:
    assert [fact.place for fact in read(exchange_takes_place, text, HOME)] == [place]


def test_items_under_a_chapter_of_visits_need_no_verb(read: Reading) -> None:
    text = (
        "臺中市政府113年度國際交流大事紀要\n一、來訪\n1. 3月5日 仙台市議會佐藤正昭議長等9人，參觀歌劇院。\n"
        "二、未成行\n1. 9月 仙台市長來訪一案，因颱風取消。\n"
    )
    assert told(read(exchange_takes_place, text, HOME)) == [("inbound_visit", "2024-03-05", ["仙台市議會"])]


def test_neighbour_of_the_own_country_acts_for_itself(read: Reading) -> None:
    assert read(exchange_takes_place, "2023年10月，臺北市長蔣安平訪問首爾，與首爾市長會面。\n", HOME) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("今年暑假，學生18名前往日本倉敷市，8月20日至25日寄住當地家庭。", "2023-08-20/2023-08-25"),
        ("合唱團8月18日搭機赴日本仙台市演出，24日平安返家。", "2023-08-18/2023-08-24"),
        ("仙台市長郡和子原訂3月來訪，因颱風作罷，改於5月8日以視訊與王大明市長會談。", "2023-05-08"),
        ("仙台市長郡和子7月8、9兩日率團來訪。", "2023-07-08/2023-07-09"),
        ("仙台市3月20日強震，市民捐款50萬元，4月18日由王大明市長轉交仙台市。", "2023-04-18"),
        ("2011年仙台市發生震災，本市捐款50萬元。", "2011"),
    ],
)
def test_day_of_what_was_done(read: Reading, text: str, date: str) -> None:
    report = f"臺中市政府新聞稿\n發布日期：112年9月1日\n\n{text}\n"
    assert [fact.date for fact in read(exchange_takes_place, report, HOME)] == [date]


def test_partner_may_be_called_by_its_short_name(read: Reading) -> None:
    text = "本市與真砂丘市1995年結為姊妹市。2011年日本發生震災，市民捐出52萬元，由王大明市長攜往真砂丘轉送災區。\n"
    assert told(read(exchange_takes_place, text, HOME)) == [("donation", "2011", ["真砂丘市"])]


def test_letters_of_several_cities_are_told_apart(read: Reading) -> None:
    text = "臺中市政府新聞稿\n發布日期：112年9月1日\n\n5月3日，仙台市捐贈本市救護車一輛。釜山市長則親筆寫了慰問信。\n"
    assert [fact.parties for fact in read(exchange_takes_place, text, HOME)] == [["仙台市"], ["釜山市"]]


def test_visits_that_have_not_been_resumed_are_no_exchange(read: Reading) -> None:
    text = "仙台市東小學校曾與本市互派學童住宿體驗，109年停辦，迄今未恢復。\n"
    assert read(exchange_takes_place, text, HOME) == []


def test_this_school_is_the_one_told_before(read: Reading) -> None:
    text = "仙台市的東華小學校與忠孝國小結為姊妹校。112年6月3日，這所小學與忠孝國小以視訊會議互教童謠。\n"
    assert told(read(exchange_takes_place, text, HOME))[-1] == ("online_meeting", "2023-06-03", ["東華小學校"])


def test_event_takes_who_came_from_the_next_sentence(read: Reading) -> None:
    text = "112年5月3日，本市舉辦「國際花園論壇」。仙台市、釜山市代表與會，共計300人。\n"
    (fact,) = read(exchange_takes_place, text, HOME)
    assert (fact.title, fact.parties, fact.headcount) == ("國際花園論壇", ["仙台市", "釜山市"], 300)


def test_journey_told_by_its_first_day_and_its_length(read: Reading) -> None:
    text = (
        "臺中市政府新聞稿\n發布日期：113年11月20日\n\n"
        "王大明市長18日起率團一行12人赴札幌市訪問4天，19日上午拜會秋元克廣市長。\n"
    )
    assert told(read(exchange_takes_place, text, HOME)) == [
        ("outbound_visit", "2024-11-18/2024-11-21", ["札幌市"]),
    ]
