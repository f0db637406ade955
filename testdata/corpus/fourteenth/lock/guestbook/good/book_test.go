package guestbook

import (
	"io"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"
)

func TestGuestbook(t *testing.T) {
	srv := httptest.NewServer(New())
	defer srv.Close()
	client := srv.Client()
	client.Timeout = 3 * time.Second

	post := func(page, name string) (string, error) {
		resp, err := client.PostForm(srv.URL, url.Values{"page": {page}, "name": {name}})
		if err != nil {
			return "", err
		}
		defer resp.Body.Close()
		text, err := io.ReadAll(resp.Body)
		return string(text), err
	}
	if got, err := post("1", "Ines"); err != nil || got != "1 signatures\n" {
		t.Fatalf("got %q, %v", got, err)
	}
	if _, err := post("cover", "Jon"); err == nil {
		t.Error("a bad page number was accepted")
	}
	if got, err := post("2", "Kim"); err != nil || got != "2 signatures\n" {
		t.Errorf("got %q, %v", got, err)
	}
}
