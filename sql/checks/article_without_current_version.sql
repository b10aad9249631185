-- No article may be without a current version.
-- severity: failure
select article.article_id
from eventdb.article
group by article.article_id
having not bool_or(article.is_current);
