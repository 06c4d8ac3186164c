"""Fields of cooperation: the Sustainable Development Goals that each serves, and which field a document's words mean.

The goals are numbered as in General Assembly resolution 70/1 (2015).
"""

import re
from collections.abc import Iterable

from hansa.atlas.folding import fold
from hansa.register.enums import Field

GOALS: dict[Field, tuple[int, ...]] = {
    Field.GOVERNANCE: (16, 17),
    Field.ECONOMY: (8, 17),
    Field.INNOVATION: (8, 9),
    Field.SCIENCE: (9,),
    Field.SMART_CITY: (9, 11),
    Field.PORT: (8, 9, 14),
    Field.TRANSPORT: (9, 11),
    Field.PLANNING: (11,),
    Field.TOURISM: (8, 12),
    Field.AGRICULTURE: (2, 12),
    Field.FISHERIES: (14,),
    Field.CLIMATE: (7, 13),
    Field.ENVIRONMENT: (11, 12),
    Field.WATER: (6,),
    Field.NATURE: (14, 15),
    Field.RESILIENCE: (11, 13),
    Field.SAFETY: (11, 16),
    Field.HEALTH: (3,),
    Field.WELFARE: (1, 10),
    Field.EQUALITY: (5, 10),
    Field.LABOUR: (4, 8),
    Field.EDUCATION: (4,),
    Field.YOUTH: (4, 8),
    Field.CULTURE: (11,),
    Field.HERITAGE: (4, 11),
    Field.SPORTS: (3,),
    Field.PEACE: (16,),
    Field.MEDIA: (17,),
}

# What words of documents, Chinese and English, speak of each field.
_WORDS: dict[Field, str] = {
    Field.GOVERNANCE: "行政 市政 治理 研考 公務 governance administration",
    Field.ECONOMY: "經貿 經濟 貿易 投資 產業 商業 商務 招商 會展 trade investment economic economy business industry",
    Field.INNOVATION: "新創 創新 創業 innovation startup startups entrepreneurship",
    Field.SCIENCE: "科技 科學 技術 半導體 航太 science technology research semiconductor",
    Field.SMART_CITY: "智慧 數位 資訊 5g 人工智慧 smart digital data ict",
    Field.PORT: "港口 港灣 港務 海運 航運 郵輪 port harbour harbor shipping cruise maritime",
    Field.TRANSPORT: "交通 運輸 捷運 輕軌 鐵道 鐵路 公車 自行車 transport transit mobility railway cycling",
    Field.PLANNING: "都市計畫 都市發展 城市規劃 都市更新 住宅 建設 planning housing urban",
    Field.TOURISM: "觀光 旅遊 溫泉 tourism tourist travel",
    Field.AGRICULTURE: "農業 農產 農特產 食品 美食 飲食 料理 agriculture agricultural food",
    Field.FISHERIES: "漁業 漁產 海洋 fishery fisheries ocean marine",
    Field.CLIMATE: "氣候 能源 減碳 淨零 低碳 太陽能 climate energy carbon",
    Field.ENVIRONMENT: "環境 環保 永續 廢棄物 資源回收 循環經濟 空氣 environment sustainability waste recycling",
    Field.WATER: "水利 水資源 治水 防洪 污水 下水道 water sewage flood",
    Field.NATURE: "動物 動物園 生態 植物 花卉 自然 濕地 zoo biodiversity nature wildlife",
    Field.RESILIENCE: "防災 救災 消防 災害 韌性 地震 disaster fire resilience emergency",
    Field.SAFETY: "治安 警政 警察 反毒 security police safety",
    Field.HEALTH: "衛生 健康 醫療 醫學 防疫 長照 health medical medicine hospital",
    Field.WELFARE: "社會福利 社福 高齡 老人 兒童 托育 社會局 welfare ageing aging children",
    Field.EQUALITY: "性別 平權 婦女 原住民 新住民 身心障礙 無障礙 共融 gender women inclusion indigenous diversity",
    Field.LABOUR: "勞工 就業 職訓 人才 labour labor employment skills talent",
    Field.EDUCATION: "教育 學校 學術 教學 語言 華語 雙語 education school academic language university",
    Field.YOUTH: "青年 青少年 學生 youth student",
    Field.CULTURE: "文化 藝術 音樂 表演 電影 設計 文創 culture cultural art arts music film design",
    Field.HERITAGE: "文化資產 古蹟 圖書館 博物館 檔案 美術館 heritage library museum archive",
    Field.SPORTS: "體育 運動 馬拉松 棒球 賽事 sports sport marathon baseball",
    Field.PEACE: "和平 人權 民主 人道 peace rights democracy humanitarian",
    Field.MEDIA: "行銷 媒體 新聞 宣傳 品牌 marketing media promotion branding",
}
_SPOKEN_OF = {fold(word): field for field, words in _WORDS.items() for word in words.split()}
_LATIN = re.compile(r"[a-z0-9-]+")


def fields_of(words: Iterable[str]) -> list[Field]:
    """The fields of cooperation that words of a document speak of, each once, in the order of the vocabulary."""
    text = "\n".join(map(fold, words))
    whole = set(_LATIN.findall(text))
    spoken = {field for word, field in _SPOKEN_OF.items() if (word in whole if word.isascii() else word in text)}
    return [field for field in Field if field in spoken]
