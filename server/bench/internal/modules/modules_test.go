package modules

import (
	"strings"
	"testing"
)

func TestTheListNamesEachModuleOnceWithItsVersion(t *testing.T) {
	seen := make(map[string]bool)
	for _, m := range All() {
		if seen[m.Path] {
			t.Errorf("%s stands in the list twice", m.Path)
		}
		seen[m.Path] = true
		if !strings.HasPrefix(m.Version, "v") && m.Path != Std {
			t.Errorf("%s has no version", m)
		}
		if m.Link("a.go", 1) == "" {
			t.Errorf("nobody knows where to read %s", m)
		}
	}
	if len(seen) == 0 {
		t.Error("the list is empty")
	}
}

func TestSelectKnowsListedPathsAndTakesOthersWithAVersion(t *testing.T) {
	got, err := Select("go.etcd.io/bbolt, example.com/m@v1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Path != "go.etcd.io/bbolt" || got[0].Version == "" || got[1] != (Module{"example.com/m", "v1.2.3"}) {
		t.Errorf("selected %v", got)
	}
	if _, err := Select("example.com/m"); err == nil {
		t.Error("a module without a version was accepted")
	}
	if all, err := Select(""); err != nil || len(all) != len(All()) {
		t.Errorf("no names: %d modules, %v", len(all), err)
	}
}

func TestLinkLeadsToTheLineAtThatVersion(t *testing.T) {
	for _, test := range []struct {
		module, version, want string
	}{
		{"std", "go1.26.8", "https://github.com/golang/go/blob/go1.26.8/src/a/b.go#L7"},
		{"golang.org/x/net", "v0.62.0", "https://github.com/golang/net/blob/v0.62.0/a/b.go#L7"},
		{"golang.org/x/tools/gopls", "v0.24.0", "https://github.com/golang/tools/blob/gopls/v0.24.0/gopls/a/b.go#L7"},
		{"golang.org/x/exp", "v0.0.0-20261014143641-f0251eb4aa3e", "https://github.com/golang/exp/blob/f0251eb4aa3e/a/b.go#L7"},
		{"google.golang.org/grpc", "v1.85.0", "https://github.com/grpc/grpc-go/blob/v1.85.0/a/b.go#L7"},
		{"go.etcd.io/bbolt", "v1.5.0", "https://github.com/etcd-io/bbolt/blob/v1.5.0/a/b.go#L7"},
		{"github.com/nats-io/nats-server/v2", "v2.15.2", "https://github.com/nats-io/nats-server/blob/v2.15.2/a/b.go#L7"},
		{"k8s.io/client-go", "v0.37.2", "https://github.com/kubernetes/client-go/blob/v0.37.2/a/b.go#L7"},
		{"example.com/m", "v1.0.0", ""},
	} {
		if got := (Module{test.module, test.version}).Link("a/b.go", 7); got != test.want {
			t.Errorf("%s@%s: %s, want %s", test.module, test.version, got, test.want)
		}
	}
}
