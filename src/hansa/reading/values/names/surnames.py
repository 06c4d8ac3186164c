"""The surnames of Chinese, Korean and Vietnamese people in Chinese characters."""

SURNAMES = frozenset(
    "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何林高羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董潘袁蔡蔣余于杜葉程魏蘇呂丁任盧姚沈鍾姜崔譚陸范汪廖石金韋賈夏付方鄒熊白孟秦邱侯江尹薛"
    "閻段雷龍黎史陶賀毛郝顧龔邵萬覃武錢戴嚴莫孔向常湯康易喬賴文施洪辛柯莊游詹俞翁藍簡卓阮童饒涂溫古塗巫卜倪連駱項紀花巴官伍甘房鮑席麥柳朴裴申權南安太閔池"
)
COMPOUND_SURNAMES = ("歐陽", "司馬", "諸葛", "上官", "司徒", "張簡", "范姜", "皇甫")
