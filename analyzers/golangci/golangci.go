// Package golangci makes the suite a module plugin of golangci-lint: who builds a
// golangci-lint that imports this package can switch on the linter "interleave".
//
// It is no part of the command interleave, and golangci-lint, whose license is
// another, is no dependency of this module: the plugin knows its small register only.
package golangci

import (
	"fmt"
	"strconv"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"interleave/analyzers"
	"interleave/analyzers/finding"
	"interleave/analyzers/rules"
)

// Name is the linter's name in golangci-lint's configuration.
const Name = "interleave"

func init() { register.Plugin(Name, New) }

// Settings is what stands below linters.settings.custom.interleave.settings.
type Settings struct {
	Rules string `json:"rules"` // as the flag -rules of the vettool: "-abandoned-send"
	Hints bool   `json:"hints"` // teaching notes, too
}

// New returns the plugin for settings as golangci-lint has read them. Unknown keys
// and unknown rules are errors.
func New(raw any) (register.LinterPlugin, error) {
	settings, err := register.DecodeSettings[Settings](raw)
	if err != nil {
		return nil, fmt.Errorf("the settings of %s: %w", Name, err)
	}
	if err := new(rules.Selection).Set(settings.Rules); err != nil {
		return nil, fmt.Errorf("the settings of %s: %w", Name, err)
	}
	return plugin{settings}, nil
}

type plugin struct{ Settings }

// BuildAnalyzers returns the suite, set as the settings say. The analyzers are those
// of the process: two plugins with different settings are not possible.
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	suite := analyzers.All()
	for _, a := range suite {
		for name, value := range map[string]string{finding.RulesFlag: p.Rules, finding.HintsFlag: strconv.FormatBool(p.Hints)} {
			if err := a.Flags.Set(name, value); err != nil {
				return nil, err
			}
		}
	}
	return suite, nil
}

// GetLoadMode says that the analyzers need types.
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
