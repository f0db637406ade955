package main

import (
	"fmt"
	"time"
)

func check(host string) error {
	time.Sleep(time.Duration(len(host)) * time.Millisecond)
	if len(host)%2 == 1 {
		return fmt.Errorf("%s is down", host)
	}
	return nil
}

func checkAll(hosts []string) error {
	errs := make(chan error, len(hosts))
	for _, h := range hosts {
		go func() { errs <- check(h) }()
	}
	for range hosts {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

func first(hosts ...string) string {
	won := make(chan string, 1)
	for _, h := range hosts {
		go func() {
			if check(h) == nil {
				select {
				case won <- h:
				default:
				}
			}
		}()
	}
	select {
	case h := <-won:
		return h
	case <-time.After(time.Second):
		return ""
	}
}

func main() {
	fmt.Println(checkAll([]string{"ab", "abc", "abcd", "abcdefg"}))
	fmt.Println(first("x", "yy", "zzzzzz"))
}
