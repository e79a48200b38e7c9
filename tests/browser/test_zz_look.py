import pytest
from tests.support.hall.rooms import *
from tests.browser.test_languages import mixed
def test_look(server, reader, pictures):
    from tests.support.hall.wanbei import half_marked, opened
    c=opened(server,"look",30); c.tallied(); c.publishes(); with_rulings(c)
    page=come_in(reader("zh"), master_of_all(c))
    m=half_marked(server,"look2"); come_in(page, master_of_all(m))
    n=0
    for which in (c,m):
      for a in pages(which,page):
        page.goto(a); n+=1
        print(a, len(mixed(page,"en",which,set())), len(mixed(page,"zh",which,set())))
        page.screenshot(path=pictures/"all"/f"{which.id}-{n:02d}-{a.split('/',3)[3].replace('/','_')}.png", full_page=True)
