// Package modules holds the real programs that the benches run over: which
// ones, at which versions, how they become a folder that can be analysed, and
// where a reader finds their lines. It knows nothing of what is measured.
package modules

import (
	_ "embed"
	"fmt"
	"strings"
)

// Std is the path under which the standard library stands in the list.
const Std = "std"

//go:embed modules.txt
var list string

// A Module is one program at one version.
type Module struct {
	Path    string
	Version string // for Std, that of the Go installation
}

func (m Module) String() string { return m.Path + "@" + m.Version }

// All returns the modules of the list, in its order.
func All() []Module {
	var all []Module
	for line := range strings.Lines(list) {
		if fields := strings.Fields(line); len(fields) == 2 && fields[0] != "#" {
			all = append(all, Module{Path: fields[0], Version: fields[1]})
		}
	}
	return all
}

// Select returns the modules that a comma-separated text names: by their paths
// when they are in the list, else as PATH@VERSION. An empty text means all.
func Select(names string) ([]Module, error) {
	all := All()
	if names == "" {
		return all, nil
	}
	var selected []Module
	for name := range strings.SplitSeq(names, ",") {
		m, err := find(all, strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		selected = append(selected, m)
	}
	return selected, nil
}

func find(all []Module, name string) (Module, error) {
	if path, version, ok := strings.Cut(name, "@"); ok {
		return Module{Path: path, Version: version}, nil
	}
	for _, m := range all {
		if m.Path == name {
			return m, nil
		}
	}
	return Module{}, fmt.Errorf("%s is not in the list; name its version as well: %[1]s@VERSION", name)
}
