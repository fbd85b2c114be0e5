"""Reads one page and prints its articles: `make python`, then `.venv/bin/python examples/python/extract.py`."""

import naba

PAGE = """الرئيسية | ثقافة | رياضة
افتتاح مكتبة متنقلة في قرى الأطلس
7 أبريل 2024
انطلقت صباح الأحد من بني ملال حافلة تحمل ثلاثة آلاف كتاب، ستزور أربعين قرية قبل نهاية الصيف.
وقالت أمينة المكتبة إن الأطفال ينتظرون الحافلة في كل محطة، وإن الكتب المصورة أكثرها إعارة.
اقرأ أيضا:
• طريق جديدة إلى السد"""

record = naba.extract(PAGE, url="https://example.org/7", retrieved="2024-04-08")
for segment in record.segments:
    start, end = segment.span
    print(segment.label, "|", record.text[start:end].strip())
for article in record.articles:
    print(
        article.date_published and article.date_published.edtf,
        article.headline and article.headline.text,
    )
