package check

import "testing"

func TestAll(t *testing.T) {
	c := New(NotEmpty, Positive)
	if err := c.All([]Item{{"a", 1}, {"b", 2}}); err != nil {
		t.Error(err)
	}
	if err := c.All([]Item{{"a", 0}, {"", 2}, {"c", 3}, {"d", -1}}); err == nil {
		t.Error("no error")
	}
}
