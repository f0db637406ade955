package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"go.lsp.dev/protocol"

	"interleave/analyzers/rules"
)

// config is what the user has set. Immutable once it is in the server.
type config struct {
	courseRoot     string
	selection      *rules.Selection
	hints          bool
	delay          time.Duration
	companions     map[string]bool
	clientCommands map[string]bool
}

func defaultConfig() config { return config{selection: new(rules.Selection)} }

// settings is the JSON form, in initializationOptions and under the section
// "interleave". What is absent keeps its value.
type settings struct {
	CourseRoot     *string   `json:"courseRoot"`
	Rules          *string   `json:"rules"`
	Hints          *bool     `json:"hints"`
	DelayMs        *int      `json:"delayMs"`
	Companions     *[]string `json:"companions"`
	ClientCommands *[]string `json:"clientCommands"`
}

// maxDelay bounds the setting delayMs.
const maxDelay = 10 * time.Second

// read takes over settings; it returns a line for the user about what it had
// to leave out.
func (c *config) read(raw json.RawMessage) (note string) {
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	var in settings
	if err := json.Unmarshal(raw, &in); err != nil {
		return fmt.Sprintf("Interleave's settings could not be read: %v", err)
	}
	if in.CourseRoot != nil {
		c.courseRoot = keyOf(*in.CourseRoot)
	}
	if in.Rules != nil {
		selection := new(rules.Selection)
		if err := selection.Set(*in.Rules); err != nil {
			note = fmt.Sprintf("Interleave's setting rules: %v", err)
		} else {
			c.selection = selection
		}
	}
	if in.Hints != nil {
		c.hints = *in.Hints
	}
	if in.DelayMs != nil {
		c.delay = min(max(0, time.Duration(*in.DelayMs)*time.Millisecond), maxDelay)
	}
	if in.Companions != nil {
		c.companions = setOf(*in.Companions)
	}
	if in.ClientCommands != nil {
		c.clientCommands = setOf(*in.ClientCommands)
	}
	return note
}

func setOf(names []string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}

func (s *server) didChangeConfiguration(_ context.Context, params json.RawMessage) (answer, error) {
	p, err := decode[protocol.DidChangeConfigurationParams](params)
	if err != nil {
		return nil, err
	}
	var sections map[string]json.RawMessage
	if json.Unmarshal(p.Settings, &sections) == nil && len(sections) > 0 {
		raw, ok := sections["interleave"]
		if !ok {
			raw = json.RawMessage(p.Settings)
		}
		s.configure(raw)
		return nil, nil
	}
	// Nothing was sent along: the client wants to be asked.
	if s.snapshot().client.configuration {
		s.start(s.askConfiguration)
	}
	return nil, nil
}

func (s *server) askConfiguration() {
	section := "interleave"
	var values []protocol.LSPAny
	err := s.call(s.life, "workspace/configuration", &protocol.ConfigurationParams{Items: []protocol.ConfigurationItem{{Section: &section}}}, &values)
	if err != nil {
		s.log.Print(err)
		return
	}
	if len(values) > 0 {
		s.configure(json.RawMessage(values[0]))
	}
}

func (s *server) configure(raw json.RawMessage) {
	s.mu.Lock()
	changed := s.config
	note := changed.read(raw)
	s.config = changed
	s.mu.Unlock()
	if note != "" {
		s.start(func() { s.tell(protocol.MessageTypeWarning, note) })
	}
	s.recheckAll()
}
