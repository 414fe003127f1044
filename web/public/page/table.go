package page

import (
	"strings"

	"tilltal/web/frame"
)

// accountTable is the register. Its figures stand only where there are some.
func accountTable(v Book) frame.TableView {
	l := v.Frame.Lang
	t := frame.TableView{Caption: bookRegister.In(l), Quiet: true, Heads: []string{bookAccount.In(l), bookUnit.In(l), bookPromise.In(l)}}
	if v.Counted {
		t.Heads, t.Numbers = append(t.Heads, bookShare.In(l), bookOf.In(l)), []int{3, 4}
	}
	for _, a := range v.Accounts {
		row := frame.RowView{Href: a.About, Cells: []string{a.Name, strings.Join(a.Units, ", "), a.Promise}}
		if v.Counted {
			of := ""
			if a.Of > 0 {
				of = number(a.Of)
			}
			row.Cells = append(row.Cells, a.Share, of)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
