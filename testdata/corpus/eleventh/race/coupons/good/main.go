package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
)

type coupon struct {
	code    string
	percent int
	left    int
	expires time.Time
}

type couponStore struct {
	sync.Mutex
	byCode map[string]coupon
}

func (s *couponStore) get(code string) (coupon, bool) {
	s.Lock()
	defer s.Unlock()
	c, ok := s.byCode[code]
	return c, ok
}

func (s *couponStore) put(c coupon) {
	s.Lock()
	defer s.Unlock()
	s.byCode[c.code] = c
}

var (
	errUnknown = errors.New("no such coupon")
	errUsedUp  = errors.New("coupon used up")
	errExpired = errors.New("coupon expired")
)

type shop struct {
	coupons couponStore
}

// redeem applies the coupon to a price in cents and returns what is to pay.
func (s *shop) redeem(code string, price int) (int, error) {
	code = strings.ToUpper(strings.TrimSpace(code))
	s.coupons.Lock()
	defer s.coupons.Unlock()
	c, ok := s.coupons.byCode[code]
	if !ok {
		return price, errUnknown
	}
	if time.Now().After(c.expires) {
		return price, errExpired
	}
	if c.left == 0 {
		return price, errUsedUp
	}
	c.left--
	s.coupons.byCode[code] = c
	return price - price*c.percent/100, nil
}

func main() {
	s := &shop{coupons: couponStore{byCode: make(map[string]coupon)}}
	s.coupons.put(coupon{
		code:    "SPRING",
		percent: 20,
		left:    10,
		expires: time.Now().Add(time.Hour),
	})

	type receipt struct {
		customer int
		paid     int
		err      error
	}
	receipts := make(chan receipt)
	var wg sync.WaitGroup
	for i := 1; i <= 40; i++ {
		wg.Add(1)
		go func(customer int) {
			defer wg.Done()
			paid, err := s.redeem(" spring", 1000+customer)
			receipts <- receipt{customer, paid, err}
		}(i)
	}
	go func() {
		wg.Wait()
		close(receipts)
	}()

	reduced, income := 0, 0
	for r := range receipts {
		if r.err == nil {
			reduced++
		}
		income += r.paid
	}
	rest, _ := s.coupons.get("SPRING")
	fmt.Printf("%d customers got the reduction, %d coupons left, income %d.%02d\n",
		reduced, rest.left, income/100, income%100)
}
