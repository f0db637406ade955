package waituse

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// fatal reports calls in a goroutine that end a test: they end the goroutine instead.
func (r *reporter) fatal(s start) {
	r.fatalIn(s.body, s.instr, "this goroutine")
}

// handlers looks for such calls in the functions that a test gives to an HTTP server.
func (r *reporter) handlers(fn *ssa.Function) {
	if fn.Parent() == nil || !syncmodel.IsHandler(fn.Signature) || !serves(fn.Parent()) {
		return
	}
	for _, v := range fn.FreeVars {
		if b := v.Type().String(); b == "**testing.T" || b == "*testing.T" {
			r.fatalIn(fn, nil, "the goroutine of the request")
			return
		}
	}
}

// serves reports whether a function starts a test server, and does not itself call
// handlers with a recorder.
func serves(fn *ssa.Function) bool {
	starts := false
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		called := syncmodel.Callee(call.Common())
		if called == nil {
			continue
		}
		switch called.FullName() {
		case "net/http/httptest.NewServer", "net/http/httptest.NewTLSServer", "net/http/httptest.NewUnstartedServer":
			starts = true
		case "net/http/httptest.NewRecorder":
			return false
		}
	}
	return starts
}

// fatalIn reports the calls in a function that end a test; ended says what they end instead,
// and started, if not nil, is what starts it.
func (r *reporter) fatalIn(body *ssa.Function, started ssa.Instruction, ended string) {
	for _, call := range r.ends(body, 0) {
		name, by := syncmodel.CalleeName(call.Common()), ""
		if r.summaries.Local(call.Common()) != nil {
			by = ", which ends a test,"
		}
		f := r.findings.Add(r.pass.Files, "test-fatal-in-goroutine", rules.Certain, call.Pos(), fmt.Sprintf("the test goes on: %s%s is called outside the test's own goroutine, so it ends %s and not the test", name, by, ended))
		if started != nil {
			f.Relate(r.pass.Files, started.Pos(), "the goroutine is started here")
		}
		f.Fixes = r.errorAndReturn(call)
	}
}

// errorAndReturn puts t.Error and a return in place of a t.Fatal that is a statement of
// a function without results: for the goroutine that is the same.
func (r *reporter) errorAndReturn(call *ssa.Call) []analysis.SuggestedFix {
	name := syncmodel.CalleeName(call.Common())
	if name != "Fatal" && name != "Fatalf" || call.Parent().Signature.Results().Len() > 0 {
		return nil
	}
	for _, n := range finding.Enclosing(r.pass.Files, call.Pos()) {
		stmt, ok := n.(*ast.ExprStmt)
		if !ok {
			continue
		}
		sel, ok := stmt.X.(*ast.CallExpr).Fun.(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != name {
			return nil
		}
		instead := strings.Replace(name, "Fatal", "Error", 1)
		indent := strings.Repeat("\t", r.pass.Fset.Position(stmt.Pos()).Column-1)
		return []analysis.SuggestedFix{{
			Message: "Use " + instead + " and return",
			TextEdits: []analysis.TextEdit{
				{Pos: sel.Sel.Pos(), End: sel.Sel.End(), NewText: []byte(instead)},
				{Pos: stmt.End(), End: stmt.End(), NewText: []byte("\n" + indent + "return")},
			},
		}}
	}
	return nil
}

// ends lists the calls of a function that end a test, themselves or in what they call.
func (r *reporter) ends(fn *ssa.Function, depth int) (list []*ssa.Call) {
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		if endsTest(call) {
			list = append(list, call)
			continue
		}
		callee := r.summaries.Local(call.Common())
		if callee != nil && syncmodel.Callee(call.Common()) != nil && depth < maxCalls && takesTest(call) && len(r.ends(callee, depth+1)) > 0 {
			list = append(list, call)
		}
	}
	return list
}

// endsTest reports whether a call is one of those that end the goroutine of a test.
func endsTest(call *ssa.Call) bool {
	return isOfTest(call, "Fatal", "Fatalf", "FailNow", "Skip", "Skipf", "SkipNow")
}

// takesTest reports whether a call passes a test on.
func takesTest(call *ssa.Call) bool {
	return slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool {
		t := arg.Type().String()
		return t == "*testing.T" || t == "*testing.B" || t == "testing.TB"
	})
}
