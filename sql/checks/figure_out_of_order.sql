-- No casualty figure may have bounds out of order: low, best, high.
-- severity: failure
select
    figure.article_id,
    figure.casualty_figure_id,
    figure.low,
    figure.best,
    figure.high
from eventdb.casualty_figure as figure
where
    figure.low > figure.high
    or figure.low > figure.best
    or figure.best > figure.high;
