// zipstreams: merge sorted event logs of several machines into one timeline.
package main

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
	"time"
)

type event struct {
	at   int
	host string
	text string
}

func follow(host, text string, pace time.Duration) (<-chan event, <-chan error) {
	events := make(chan event)
	fail := make(chan error, 1)
	go func() {
		defer close(events)
		defer close(fail)
		sc := bufio.NewScanner(strings.NewReader(text))
		for sc.Scan() {
			stamp, rest, _ := strings.Cut(sc.Text(), " ")
			at, err := strconv.Atoi(stamp)
			if err != nil {
				fail <- fmt.Errorf("%s: %w", host, err)
				return
			}
			time.Sleep(pace)
			events <- event{at, host, rest}
		}
	}()
	return events, fail
}

// timeline merges two streams by time and gathers errors on the way.
func timeline(a, b <-chan event, failA, failB <-chan error, emit func(event)) (errs []error) {
	var headA, headB *event
	for a != nil || b != nil || failA != nil || failB != nil {
		// only take from a side whose head has been consumed
		inA, inB := a, b
		if headA != nil {
			inA = nil
		}
		if headB != nil {
			inB = nil
		}
		select {
		case e, ok := <-inA:
			if !ok {
				a = nil
				break
			}
			headA = &e
		case e, ok := <-inB:
			if !ok {
				b = nil
				break
			}
			headB = &e
		case err, ok := <-failA:
			if !ok {
				failA = nil
				break
			}
			errs = append(errs, err)
		case err, ok := <-failB:
			if !ok {
				failB = nil
				break
			}
			errs = append(errs, err)
		}
		for {
			switch {
			case headA != nil && (headB != nil && headA.at <= headB.at || headB == nil && b == nil):
				emit(*headA)
				headA = nil
				continue
			case headB != nil && (headA != nil || a == nil):
				emit(*headB)
				headB = nil
				continue
			}
			break
		}
	}
	return errs
}

const (
	logWeb = "1 start\n4 request /\n9 request /cart\n12 stop"
	logDB  = "2 open\n3 checkpoint\n10 slow query\nlater vacuum\n20 close"
)

func main() {
	for _, pace := range []time.Duration{0, time.Millisecond} {
		web, webErr := follow("web", logWeb, pace)
		db, dbErr := follow("db", logDB, time.Millisecond-pace)
		last := 0
		errs := timeline(web, db, webErr, dbErr, func(e event) {
			if e.at < last {
				fmt.Println("out of order!")
			}
			last = e.at
			fmt.Printf("%3d %-4s %s\n", e.at, e.host, e.text)
		})
		fmt.Println(len(errs), "error(s):", errs)
	}
}
