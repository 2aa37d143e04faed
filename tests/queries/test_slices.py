"""A long list, a page at a time."""

import pytest

from prosopography.queries.slices import PageNumberError, Slice, cut


def test_cut_gives_each_row_once_in_order() -> None:
    pages = [cut(range(7), number, 3) for number in (1, 2, 3)]
    assert [page.rows for page in pages] == [[0, 1, 2], [3, 4, 5], [6]]
    assert [(page.first, page.last, page.pages, page.total) for page in pages] == [
        (1, 3, 3, 7),
        (4, 6, 3, 7),
        (7, 7, 3, 7),
    ]


def test_cut_of_an_empty_list_has_one_empty_page() -> None:
    assert cut([], 1, 3) == Slice(rows=[], number=1, pages=1, total=0, first=1)


@pytest.mark.parametrize("number", [0, -1, 4])
def test_cut_refuses_a_page_that_is_not_there(number: int) -> None:
    with pytest.raises(PageNumberError, match="3"):
        cut(range(7), number, 3)


def test_shown_leaves_out_the_pages_far_away() -> None:
    def shown(number: int) -> list[int | None]:
        return cut(range(100), number, 10).shown

    assert shown(1) == [1, 2, 3, None, 10]
    assert shown(5) == [1, None, 3, 4, 5, 6, 7, None, 10]
    assert shown(10) == [1, None, 8, 9, 10]
