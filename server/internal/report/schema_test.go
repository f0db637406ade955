package report

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"interleave/analyzers/witness"
	"interleave/server/internal/session"
)

func lineSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// conforms reports what the schema has against a line.
func conforms(t *testing.T, line string) error {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
	if err != nil {
		t.Fatal(err)
	}
	return lineSchema(t).Validate(value)
}

func jsonOf(t *testing.T, r session.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := JSON(&b, "/base", []session.Report{r}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestLinesConformToTheirSchema(t *testing.T) {
	full := race("/base")
	full.Witness.FormatVersion = witness.FormatVersion
	full.Witness.Goroutines[1].Place = witness.Place{File: "/base/main.go", Line: 3, Column: 2}
	short := full
	short.Witness, short.Related, short.Function = nil, nil, ""
	for name, r := range map[string]session.Report{"with everything": full, "with as little as may be": short} {
		if err := conforms(t, jsonOf(t, r)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheSchemaRefusesWhatIsNoLine(t *testing.T) {
	full := race("/base")
	full.Witness.FormatVersion = witness.FormatVersion
	line := jsonOf(t, full)
	for _, change := range [][2]string{
		{`"rule":"unlocked-field",`, ``},
		{`"confidence":"likely"`, `"confidence":"sure"`},
		{`"moment":1`, `"moment":0`},
		{`"action":"c.mu.Lock()"`, `"act":"c.mu.Lock()"`},
		{`"line":4`, `"line":"4"`},
	} {
		broken := strings.Replace(line, change[0], change[1], 1)
		if broken == line {
			t.Fatalf("the line has no %s: %s", change[0], line)
		}
		if conforms(t, broken) == nil {
			t.Errorf("%s in place of %s conforms", change[1], change[0])
		}
	}
}

// TestTheSchemaNamesEveryField keeps the schema and the types from drifting apart.
func TestTheSchemaNamesEveryField(t *testing.T) {
	schema := lineSchema(t)
	w := schema.Properties["witness"].Ref
	for _, test := range []struct {
		of     any
		schema *jsonschema.Schema
	}{
		{Line{}, schema},
		{witness.Witness{}, w},
		{witness.Goroutine{}, w.Properties["goroutines"].Items2020.Ref},
		{witness.Step{}, w.Properties["steps"].Items2020.Ref},
	} {
		var fields []string
		typ := reflect.TypeOf(test.of)
		for i := range typ.NumField() {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			fields = append(fields, name)
		}
		slices.Sort(fields)
		if named := slices.Sorted(maps.Keys(test.schema.Properties)); !slices.Equal(fields, named) {
			t.Errorf("%s has the fields %v, its schema names %v", typ, fields, named)
		}
	}
}
