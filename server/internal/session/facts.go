package session

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/types"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// A factSet holds the facts that one package's analysis sees and makes: those
// of its imports, and its own. It follows x/tools/internal/facts, which is what
// go vet uses: facts travel as (package path, object path, value), facts about
// types, fields and methods are passed on by importers, others reach direct
// importers only, and what has no object path is dropped.
type factSet struct {
	pkg *types.Package

	mu sync.Mutex
	m  map[factKey]analysis.Fact
}

type factKey struct {
	pkg *types.Package
	obj types.Object // nil for facts about the package
	typ reflect.Type
}

// gobFact is a fact on its way to another package.
type gobFact struct {
	PkgPath string
	Object  objectpath.Path
	Fact    analysis.Fact
}

// newFactSet decodes the facts of the package's direct imports. A fact about
// what this package cannot see is passed over.
func newFactSet(pkg *types.Package, below map[string]*types.Package, encoded [][]byte) (*factSet, error) {
	s := &factSet{pkg: pkg, m: make(map[factKey]analysis.Fact)}
	for _, data := range encoded {
		if len(data) == 0 {
			continue
		}
		var facts []gobFact
		if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&facts); err != nil {
			return nil, fmt.Errorf("decoding facts: %w", err)
		}
		for _, f := range facts {
			from := below[f.PkgPath]
			if from == nil {
				continue
			}
			key := factKey{pkg: from, typ: reflect.TypeOf(f.Fact)}
			if f.Object != "" {
				obj, err := objectpath.Object(from, f.Object)
				if err != nil {
					continue // most likely unexported
				}
				key.obj = obj
			}
			s.m[key] = f.Fact
		}
	}
	return s, nil
}

func (s *factSet) get(key factKey, into analysis.Fact) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	fact, ok := s.m[key]
	if ok {
		reflect.ValueOf(into).Elem().Set(reflect.ValueOf(fact).Elem())
	}
	return ok
}

func (s *factSet) set(key factKey, fact analysis.Fact) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.m[key] = fact
}

func (s *factSet) importObject(obj types.Object, into analysis.Fact) bool {
	if obj == nil {
		panic("nil object")
	}
	return s.get(factKey{obj.Pkg(), obj, reflect.TypeOf(into)}, into)
}

func (s *factSet) importPackage(pkg *types.Package, into analysis.Fact) bool {
	if pkg == nil {
		panic("nil package")
	}
	return s.get(factKey{pkg, nil, reflect.TypeOf(into)}, into)
}

func (s *factSet) exportObject(obj types.Object, fact analysis.Fact) {
	if obj.Pkg() != s.pkg {
		panic(fmt.Sprintf("fact %T about %v, which belongs to another package than %s", fact, obj, s.pkg.Path()))
	}
	s.set(factKey{obj.Pkg(), obj, reflect.TypeOf(fact)}, fact)
}

func (s *factSet) exportPackage(fact analysis.Fact) {
	s.set(factKey{s.pkg, nil, reflect.TypeOf(fact)}, fact)
}

func (s *factSet) objects(wanted map[reflect.Type]bool) []analysis.ObjectFact {
	s.mu.Lock()
	defer s.mu.Unlock()
	var facts []analysis.ObjectFact
	for key, fact := range s.m {
		if key.obj != nil && wanted[key.typ] {
			facts = append(facts, analysis.ObjectFact{Object: key.obj, Fact: fact})
		}
	}
	return facts
}

func (s *factSet) packages(wanted map[reflect.Type]bool) []analysis.PackageFact {
	s.mu.Lock()
	defer s.mu.Unlock()
	var facts []analysis.PackageFact
	for key, fact := range s.m {
		if key.obj == nil && wanted[key.typ] {
			facts = append(facts, analysis.PackageFact{Package: key.pkg, Fact: fact})
		}
	}
	return facts
}

// encode returns the facts that importers of the package see. Equal facts give
// equal bytes.
func (s *factSet) encode() ([]byte, error) {
	var facts []gobFact
	var encoder objectpath.Encoder
	s.mu.Lock()
	for key, fact := range s.m {
		if key.pkg != s.pkg {
			if key.obj == nil {
				continue
			}
			if _, isType := key.obj.(*types.TypeName); !isType && key.obj.Parent() == key.obj.Pkg().Scope() {
				continue
			}
		}
		var path objectpath.Path
		if key.obj != nil {
			var err error
			if path, err = encoder.For(key.obj); err != nil {
				continue
			}
		}
		facts = append(facts, gobFact{PkgPath: key.pkg.Path(), Object: path, Fact: fact})
	}
	s.mu.Unlock()
	if len(facts) == 0 {
		return nil, nil
	}
	slices.SortFunc(facts, func(a, b gobFact) int {
		return cmp.Or(cmp.Compare(a.PkgPath, b.PkgPath), cmp.Compare(a.Object, b.Object),
			cmp.Compare(reflect.TypeOf(a.Fact).String(), reflect.TypeOf(b.Fact).String()))
	})
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(facts); err != nil {
		return nil, fmt.Errorf("encoding the facts of %s: %w", s.pkg.Path(), err)
	}
	return b.Bytes(), nil
}
