package profile

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
)

var (
	errNoName   = errors.New("the name server is down")
	errNoOrders = errors.New("the order server is down")
)

// A shop answers in the order that the test wants.
type shop struct {
	name, orders           error // what goes wrong
	beforeName, beforeList func()
}

func (s shop) Name(int) (string, error) {
	s.beforeName()
	if s.name != nil {
		return "", s.name
	}
	return "Anna", nil
}

func (s shop) Orders(int) ([]string, error) {
	s.beforeList()
	if s.orders != nil {
		return nil, s.orders
	}
	return []string{"apple", "pear"}, nil
}

func nothing() {}

func TestAPage(t *testing.T) {
	var both sync.WaitGroup
	both.Add(2)
	meet := func() {
		both.Done()
		both.Wait()
	}
	finish(t, func() {
		page, err := Load(shop{beforeName: meet, beforeList: meet}, 7)
		if err != nil || page.Name != "Anna" || !slices.Equal(page.Orders, []string{"apple", "pear"}) {
			t.Errorf("Load = %+v, %v", page, err)
		}
	})
}

// One of the two servers is down. Its error comes first, and the other answer,
// which is good, comes after it.
func TestAnErrorThatComesFirst(t *testing.T) {
	for _, c := range []struct {
		what string
		down error
		shop func(settled func()) shop
	}{
		{"name of customer 7", errNoName, func(settled func()) shop { return shop{name: errNoName, beforeName: nothing, beforeList: settled} }},
		{"orders of customer 7", errNoOrders, func(settled func()) shop {
			return shop{orders: errNoOrders, beforeName: settled, beforeList: nothing}
		}},
	} {
		before := goroutines()
		var page Page
		var err error
		finish(t, func() { page, err = Load(c.shop(func() { untilAlone(before) }), 7) })
		if !errors.Is(err, c.down) || !strings.Contains(err.Error(), c.what) {
			t.Errorf("%v. Load = %+v, %v;\nthe later answer has overwritten the error of the earlier one", c.down, page, err)
		}
		if err != nil && (page.Name != "" || page.Orders != nil) {
			t.Errorf("with an error there is no page, and Load returns %+v", page)
		}
	}
}

func TestBothAreDown(t *testing.T) {
	finish(t, func() {
		_, err := Load(shop{name: errNoName, orders: errNoOrders, beforeName: nothing, beforeList: nothing}, 7)
		if !errors.Is(err, errNoName) && !errors.Is(err, errNoOrders) {
			t.Errorf("both servers are down: Load says %v", err)
		}
	})
}
