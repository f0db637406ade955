package dash

import "testing"

func TestLoad(t *testing.T) {
	b, err := Load(t.Context(), Fake{})
	if err != nil {
		t.Fatal(err)
	}
	if b.Title != "2 users, 210 orders" {
		t.Errorf("title %q", b.Title)
	}
	if _, err := Load(t.Context(), Fake{Broken: true}); err == nil {
		t.Error("no error")
	}
}
