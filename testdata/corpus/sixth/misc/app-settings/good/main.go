package main

import (
	"fmt"
	"sort"
	"sync"
)

// translator knows texts in several languages.
type translator struct {
	app   *app
	once  sync.Once
	lang  string
	texts map[string]string
}

func (t *translator) init() {
	t.once.Do(func() {
		t.lang = t.app.settings.get("lang")
		t.texts = map[string]string{
			"en/hello": "hello", "en/bye": "goodbye",
			"de/hello": "hallo", "de/bye": "auf wiedersehen",
		}
	})
}

func (t *translator) text(key string) string {
	t.init()
	if s, ok := t.texts[t.lang+"/"+key]; ok {
		return s
	}
	return "?" + key
}

// settings are read once from several layers.
type settings struct {
	app    *app
	once   sync.Once
	values map[string]string
	layers []func() map[string]string
	notes  []string
}

func (s *settings) load() {
	s.values = make(map[string]string)
	for i, layer := range s.layers {
		vals := layer()
		for k, v := range vals {
			if k == "" {
				s.notes = append(s.notes, "?empty-key")
				continue
			}
			s.values[k] = v
		}
		s.notes = append(s.notes, fmt.Sprintf("layer %d: %d values", i, len(vals)))
	}
}

func (s *settings) get(key string) string {
	s.once.Do(s.load)
	return s.values[key]
}

func (s *settings) keys() []string {
	s.once.Do(s.load)
	out := make([]string, 0, len(s.values))
	for k := range s.values {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// app ties the services together.
type app struct {
	translator *translator
	settings   *settings
}

func newApp(layers ...func() map[string]string) *app {
	a := &app{}
	a.translator = &translator{app: a}
	a.settings = &settings{app: a, layers: layers}
	return a
}

func defaults() map[string]string {
	return map[string]string{"lang": "en", "color": "blue"}
}

func environment() map[string]string {
	return map[string]string{"lang": "de", "": "junk"}
}

func main() {
	a := newApp(defaults, environment)
	fmt.Println(a.translator.text("hello"))
	fmt.Println(a.translator.text("bye"))
	fmt.Println(a.settings.keys(), len(a.settings.notes))
}
