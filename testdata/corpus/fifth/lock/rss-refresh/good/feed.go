package main

import (
	"encoding/xml"
	"fmt"
	"strings"
)

type item struct {
	Title string `xml:"title"`
	Link  string `xml:"link"`
}

type feed struct {
	Title string `xml:"channel>title"`
	Items []item `xml:"channel>item"`
}

// source is where feeds come from.
type source interface {
	Get(url string) (string, error)
}

type memSource map[string][]string

func (m memSource) Get(url string) (string, error) {
	ts, ok := m[url]
	if !ok {
		return "", fmt.Errorf("%s: not found", url)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<rss><channel><title>%s</title>", url)
	for _, t := range ts {
		fmt.Fprintf(&b, "<item><title>%s</title><link>%s/%d</link></item>", t, url, len(t))
	}
	b.WriteString("</channel></rss>")
	return b.String(), nil
}

func parseFeed(s string) (*feed, error) {
	f := new(feed)
	if err := xml.Unmarshal([]byte(s), f); err != nil {
		return nil, err
	}
	return f, nil
}
