package activitypub

import "encoding/json"

// ParseCollection reads a collection or a page of one, ordered or not. A first page that is embedded gives its items too.
func ParseCollection(body []byte, rules Rules) (*Collection, error) {
	m, err := decode(body)
	if err != nil {
		return nil, err
	}
	r := &reader{rules: rules}
	n := node{r: r, m: m}
	c := &Collection{ID: n.id(), Type: n.kind(), Total: n.number("totalItems"), PartOf: n.ref("partOf"),
		First: n.ref("first"), Last: n.ref("last"), Next: n.ref("next"), Prev: n.ref("prev")}
	switch c.Type {
	case OrderedCollection, OrderedCollectionPage, PlainCollection, PlainCollectionPage:
	default:
		r.fail(invalid("/type", "Dokumentet är ingen lista.", "The document is not a list."))
	}
	n.needAddress("id", c.ID)
	n.needFrom(c.ID)
	c.Items = n.items()
	if len(c.Items) == 0 {
		if first := n.nodes("first"); len(first) > 0 {
			c.Items = first[0].items()
			if c.Next == "" {
				c.Next = first[0].ref("next")
			}
		}
	}
	return c, r.done()
}

func (n node) items() []Item {
	key := "orderedItems"
	if n.m[key] == nil {
		key = "items"
	}
	var out []Item
	for _, i := range n.nodes(key) {
		item := Item{ID: i.id()}
		if len(i.m) > 1 || item.ID == "" {
			body, err := json.Marshal(i.m)
			if err != nil {
				n.wrong(key)
				return nil
			}
			item.Body = body
		}
		if item.ID != "" && !n.r.rules.address(item.ID) {
			continue
		}
		if item.ID != "" || item.Body != nil {
			out = append(out, item)
		}
	}
	return out
}
