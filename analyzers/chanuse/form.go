package chanuse

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/edit"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/rules"
)

// byForm reports what a loop or select shows by itself.
func byForm(pass *analysis.Pass, t *traffic) (list []finding.Finding) {
	report := func(rule rules.Name, confidence rules.Confidence, n ast.Node, message string) *finding.Finding {
		list = append(list, finding.New(pass.Files, rule, confidence, n.Pos(), message))
		return &list[len(list)-1]
	}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				return !isBenchmark(pass, n) // how long a loop takes is what it measures
			case *ast.ForStmt:
				loop(pass, n, report)
			case *ast.RangeStmt:
				fanout(pass, n, report)
			}
			return true
		})
	}
	list = append(list, uncheckedReceives(pass, t)...)
	list = append(list, neverMade(pass)...)
	return list
}

// neverMade reports sends to and receives from a channel variable that nothing was
// ever assigned to. A receive from a nil chan struct{} is how programs wait for ever
// on purpose.
func neverMade(pass *analysis.Pass) (list []finding.Finding) {
	for _, fn := range pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA).SrcFuncs {
		for instr := range flow.Instructions(fn) {
			var operation string
			var channel ssa.Value
			switch instr := instr.(type) {
			case *ssa.Send:
				operation, channel = "send", instr.Chan
			case *ssa.UnOp:
				if instr.Op != token.ARROW || types.Identical(instr.Type().Underlying(), types.NewStruct(nil, nil)) {
					continue
				}
				operation, channel = "receive", instr.X
			}
			if c, ok := channel.(*ssa.Const); ok && c.IsNil() {
				list = append(list, finding.New(pass.Files, "nil-channel", rules.Certain, instr.Pos(),
					"deadlock: this "+operation+" waits for ever: the channel is nil, no make has given the variable one"))
			}
		}
	}
	return list
}

// isBenchmark reports whether a function is given a *testing.B.
func isBenchmark(pass *analysis.Pass, fn *ast.FuncDecl) bool {
	return slices.ContainsFunc(fn.Type.Params.List, func(f *ast.Field) bool {
		t := pass.TypesInfo.TypeOf(f.Type)
		return t != nil && t.String() == "*testing.B"
	})
}

// uncheckedReceives reports endless loops that receive from a channel which the
// package closes, without asking whether it is closed: from then on each receive
// gives a zero value at once.
func uncheckedReceives(pass *analysis.Pass, t *traffic) (list []finding.Finding) {
	fns := pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA).SrcFuncs
	handed := channels{fns}
	closed := make(map[types.Object][]*ast.CallExpr)
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) == 1 {
				if id, ok := call.Fun.(*ast.Ident); ok && pass.TypesInfo.Uses[id] == types.Universe.Lookup("close") {
					if obj := edit.Object(pass, call.Args[0]); obj != nil {
						closed[obj] = append(closed[obj], call)
					}
				}
			}
			return true
		})
	}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			loop, ok := n.(*ast.ForStmt)
			if !ok || loop.Cond != nil {
				return true
			}
			for _, stmt := range receiving(loop.Body) {
				assign := stmt.assign
				receive := assign.Rhs[0].(*ast.UnaryExpr)
				value, ok := assign.Lhs[0].(*ast.Ident)
				if !ok || isSignal(pass, receive.X) || leaves(&ast.BlockStmt{List: stmt.then}) {
					continue
				}
				asked := compares(stmt.then, value.Name)
				if asked && !(zero{pass.TypesInfo, value.Name}).passes(slices.Concat(stmt.before, stmt.then)) {
					continue
				}
				at := token.NoPos
				channel := edit.Object(pass, receive.X)
				if i := slices.IndexFunc(closed[channel], func(c *ast.CallExpr) bool {
					return mayComeBefore(fns, c, receive) && !t.outlivesReceiver(fns, c, receive) && !(asked && !handed.fillsAlone(c))
				}); i >= 0 {
					at = closed[channel][i].Pos()
				} else if param := handed.parameterOf(channel, receive.Pos()); param != nil {
					if c := handed.closedOnItsOwn(param); c != nil && !(asked && !handed.isGoroutine(c.Parent())) {
						at = c.Pos()
					}
				}
				if !at.IsValid() {
					continue
				}
				f := finding.New(pass.Files, "closed-receive-unchecked", rules.Likely, assign.Pos(),
					"busy loop: once the channel is closed, this receive gives a zero value at once, for ever; receive with v, ok or range over the channel")
				f.Relate(pass.Files, at, "the channel is closed here")
				list = append(list, f)
			}
			return true
		})
	}
	return list
}

// mayComeBefore reports whether the receive may be executed after the close. It may
// not where the function itself closes the channel, but only once it has left the loop.
func mayComeBefore(fns []*ssa.Function, closing *ast.CallExpr, receive *ast.UnaryExpr) bool {
	closer, receiver := enclosing(fns, closing.Pos()), enclosing(fns, receive.Pos())
	if closer == nil || receiver == nil {
		return true
	}
	var receives []ssa.Instruction
	var closes []ssa.Instruction // by the receiver's own goroutine
	for instr := range flow.Instructions(receiver) {
		switch instr := instr.(type) {
		case *ssa.UnOp:
			if instr.Pos() == receive.OpPos {
				receives = append(receives, instr)
			}
		case *ssa.Select:
			if slices.ContainsFunc(instr.States, func(s *ssa.SelectState) bool { return s.Pos == receive.OpPos }) {
				receives = append(receives, instr)
			}
		case *ssa.Call:
			if instr.Pos() == closing.Lparen || runs(instr, closer, make(map[*ssa.Function]bool)) {
				closes = append(closes, instr)
			}
		case *ssa.Defer:
			if instr.Call.Pos() == closing.Lparen || runs(instr, closer, make(map[*ssa.Function]bool)) {
				return false
			}
		}
	}
	return len(closes) == 0 || slices.ContainsFunc(closes, func(c ssa.Instruction) bool {
		return slices.ContainsFunc(receives, func(r ssa.Instruction) bool { return flow.MayFollow(c, r) })
	})
}

// runs reports whether a call executes a function, at first or second hand, in the
// caller's own goroutine.
func runs(call ssa.CallInstruction, fn *ssa.Function, seen map[*ssa.Function]bool) bool {
	callee := call.Common().StaticCallee()
	if callee == nil || seen[callee] {
		return false
	}
	seen[callee] = true
	if callee == fn {
		return true
	}
	for instr := range flow.Instructions(callee) {
		if _, isGo := instr.(*ssa.Go); isGo {
			continue
		}
		if inner, ok := instr.(ssa.CallInstruction); ok && runs(inner, fn, seen) {
			return true
		}
	}
	return false
}

// enclosing returns the innermost function whose source contains a position, or nil.
func enclosing(fns []*ssa.Function, pos token.Pos) *ssa.Function {
	var best *ssa.Function
	for _, fn := range fns {
		if isWithin(pos, fn) && (best == nil || fn.Syntax().Pos() >= best.Syntax().Pos()) {
			best = fn
		}
	}
	return best
}

// A received is a statement v := <-ch in a loop, and what comes before and after it there.
type received struct {
	assign       *ast.AssignStmt
	before, then []ast.Stmt
}

// receiving lists the receives of a loop's body, its own and those of selects in it.
func receiving(body *ast.BlockStmt) (list []received) {
	take := func(stmt ast.Stmt, before, then []ast.Stmt) {
		assign, ok := stmt.(*ast.AssignStmt)
		if !ok || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 {
			return
		}
		if u, ok := assign.Rhs[0].(*ast.UnaryExpr); ok && u.Op == token.ARROW {
			list = append(list, received{assign, before, then})
		}
	}
	for i, stmt := range body.List {
		take(stmt, body.List[:i], body.List[i+1:])
		if sel, ok := stmt.(*ast.SelectStmt); ok {
			for _, c := range sel.Body.List {
				if clause := c.(*ast.CommClause); clause.Comm != nil {
					take(clause.Comm, body.List[:i], slices.Concat(clause.Body, body.List[i+1:]))
				}
			}
		}
	}
	return list
}

// isSignal reports whether a channel carries no data.
func isSignal(pass *analysis.Pass, e ast.Expr) bool {
	t := pass.TypesInfo.TypeOf(e)
	_, ok := t.Underlying().(*types.Chan)
	return !ok || isEmptyStruct(t)
}

// compares reports whether statements look at the value in a comparison or type assertion:
// then a zero value may be known for the end.
func compares(list []ast.Stmt, name string) bool {
	found := false
	for _, stmt := range list {
		ast.Inspect(stmt, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BinaryExpr:
				if n.Op == token.EQL || n.Op == token.NEQ {
					found = found || mentions(n.X, name) || mentions(n.Y, name)
				}
			case *ast.TypeAssertExpr:
				found = found || mentions(n.X, name)
			}
			return !found
		})
	}
	return found
}

// mentions reports whether an expression contains a name.
func mentions(e ast.Expr, name string) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == name
		return !found
	})
	return found
}

type reporter func(rule rules.Name, confidence rules.Confidence, n ast.Node, message string) *finding.Finding

// loop looks at the selects that stand directly in the body of a loop.
func loop(pass *analysis.Pass, n *ast.ForStmt, report reporter) {
	body, endless, counted := n.Body, n.Cond == nil, n.Post != nil
	for _, stmt := range body.List {
		sel, ok := stmt.(*ast.SelectStmt)
		if !ok {
			continue
		}
		for _, c := range sel.Body.List {
			clause := c.(*ast.CommClause)
			switch {
			case clause.Comm == nil && len(body.List) == 1 && !counted && idle(clause.Body) && !advances(n.Cond):
				f := report("busy-select", rules.Likely, clause, "busy loop: this default lets the loop spin while no channel is ready, at the full speed of a processor; without it select waits")
				f.Relate(pass.Files, sel.Pos(), "the select would wait here")
				f.Fixes = waitInstead(pass, sel, clause)
			case clause.Comm != nil && endless && breaksOnly(clause.Body) && !leaves(body) && !allBreak(sel):
				last := clause.Body[len(clause.Body)-1]
				f := report("select-break", rules.Certain, last, "this break leaves the select, not the loop around it: the loop never ends")
				f.Relate(pass.Files, n.Pos(), "the loop that goes on is here")
			case clause.Comm != nil && onlyCounts(n.Cond) && stmt == body.List[len(body.List)-1] && len(clause.Body) == 1 && breaksOnly(clause.Body) && onlySignals(pass, clause) && !allBreak(sel):
				f := report("select-break", rules.Likely, clause.Body[0], "this break leaves the select, not the loop around it: the loop goes on as if nothing had come")
				f.Relate(pass.Files, n.Pos(), "the loop that goes on is here")
			case endless && breakWhenClosed(pass, clause) != nil:
				f := report("select-break", rules.Likely, breakWhenClosed(pass, clause), "busy loop: this break leaves the select, not the loop around it, and a closed channel is ready at once, again and again")
				f.Relate(pass.Files, n.Pos(), "the loop that goes on is here")
			case len(sel.Body.List) > 1 && spinsWhenClosed(pass, n, sel, clause):
				receive := clause.Comm.(*ast.AssignStmt)
				f := report("busy-select", rules.Likely, clause, fmt.Sprintf("busy loop: once %[1]s is closed, this case is ready in every turn, and the loop spins until the others are done; %[1]s = nil switches the case off",
					types.ExprString(receive.Rhs[0].(*ast.UnaryExpr).X)))
				f.Relate(pass.Files, n.Pos(), "the loop that goes on is here")
			case clause.Comm != nil && len(sel.Body.List) > 1 && callsNamed(pass, clause.Comm, "time.After") && !callsNamed(pass, clause.Comm, "time.Until") && !onlyLeaves(sel, clause):
				report("timer-in-loop", rules.Hint, clause.Comm, "time.After starts a new timer in every turn of the loop: the wait begins anew each time")
			}
		}
	}
}

// onlyLeaves reports whether all other cases of a select leave the function: what they would begin anew is over then.
func onlyLeaves(sel *ast.SelectStmt, but *ast.CommClause) bool {
	return !slices.ContainsFunc(sel.Body.List, func(s ast.Stmt) bool {
		clause := s.(*ast.CommClause)
		if clause == but {
			return false
		}
		if len(clause.Body) == 0 {
			return true
		}
		_, returns := clause.Body[len(clause.Body)-1].(*ast.ReturnStmt)
		return !returns
	})
}

// advances reports whether a loop's condition calls something that may wait or go on
// to what comes next, as Scan and Next do, and not only looks at a flag.
func advances(cond ast.Expr) bool {
	found := false
	if cond == nil {
		return false
	}
	ast.Inspect(cond, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			sel, ok := call.Fun.(*ast.SelectorExpr)
			found = found || !ok || sel.Sel.Name != "Load" && sel.Sel.Name != "Err" && sel.Sel.Name != "Before" && sel.Sel.Name != "Since"
		}
		return !found
	})
	return found
}

// onlyCounts reports whether a loop's condition compares numbers that its function has for itself: no signal changes them.
func onlyCounts(cond ast.Expr) bool {
	compared, ok := cond.(*ast.BinaryExpr)
	if !ok || compared.Op != token.LSS && compared.Op != token.LEQ && compared.Op != token.GTR && compared.Op != token.GEQ {
		return false
	}
	plain := func(e ast.Expr) bool {
		switch e.(type) {
		case *ast.Ident, *ast.BasicLit:
			return true
		}
		return false
	}
	return plain(compared.X) && plain(compared.Y)
}

// onlySignals reports whether a case receives what says that something is over or has happened, and nothing else.
func onlySignals(pass *analysis.Pass, clause *ast.CommClause) bool {
	stmt, ok := clause.Comm.(*ast.ExprStmt)
	if !ok {
		return false
	}
	receive, ok := stmt.X.(*ast.UnaryExpr)
	return ok && isSignal(pass, receive.X)
}

// allBreak reports whether several cases of a select end in a break, and none goes on:
// then it is a habit from other languages, where a case needs one.
func allBreak(sel *ast.SelectStmt) bool {
	for _, c := range sel.Body.List {
		if !breaksOnly(c.(*ast.CommClause).Body) {
			return false
		}
	}
	return len(sel.Body.List) > 1
}

// idle reports whether statements do nothing that takes time or gives way.
func idle(list []ast.Stmt) bool {
	for _, stmt := range list {
		switch stmt := stmt.(type) {
		case *ast.EmptyStmt:
		case *ast.BranchStmt:
			if stmt.Tok != token.CONTINUE {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// breaksOnly reports whether a case ends in a break without a label.
func breaksOnly(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	b, ok := list[len(list)-1].(*ast.BranchStmt)
	return ok && b.Tok == token.BREAK && b.Label == nil
}

// breakWhenClosed returns the break with which a case begins when its channel is closed:
// if !ok { break }. What it has received is not known behind the select, and so the loop goes on.
func breakWhenClosed(pass *analysis.Pass, clause *ast.CommClause) ast.Stmt {
	branch := whenClosed(pass, clause)
	if branch == nil || len(branch.Body.List) != 1 || !breaksOnly(branch.Body.List) {
		return nil
	}
	return branch.Body.List[0]
}

// whenClosed returns the statement with which a case begins that asks whether its channel is closed:
// if !ok { … }; nil if it begins otherwise.
func whenClosed(pass *analysis.Pass, clause *ast.CommClause) *ast.IfStmt {
	receive, ok := clause.Comm.(*ast.AssignStmt)
	if !ok || receive.Tok != token.DEFINE || len(receive.Lhs) != 2 || len(clause.Body) == 0 {
		return nil
	}
	flag, ok := receive.Lhs[1].(*ast.Ident)
	if !ok {
		return nil
	}
	branch, ok := clause.Body[0].(*ast.IfStmt)
	if !ok || branch.Init != nil {
		return nil
	}
	not, ok := ast.Unparen(branch.Cond).(*ast.UnaryExpr)
	if !ok || not.Op != token.NOT || pass.TypesInfo.ObjectOf(flag) == nil || edit.Object(pass, not.X) != pass.TypesInfo.ObjectOf(flag) {
		return nil
	}
	return branch
}

// spinsWhenClosed reports whether a case of a select goes on with the loop around it when its channel is
// closed, and has only noted that in variables, while the loop's condition lets it go on for others.
func spinsWhenClosed(pass *analysis.Pass, loop *ast.ForStmt, sel *ast.SelectStmt, clause *ast.CommClause) bool {
	branch := whenClosed(pass, clause)
	if branch == nil || len(branch.Body.List) == 0 {
		return false
	}
	channel := edit.Object(pass, clause.Comm.(*ast.AssignStmt).Rhs[0].(*ast.UnaryExpr).X)
	if channel == nil {
		return false
	}
	last := len(branch.Body.List) - 1
	next, ok := branch.Body.List[last].(*ast.BranchStmt)
	if !ok || next.Tok != token.CONTINUE || next.Label != nil {
		return false
	}
	noted := make(map[types.Object]bool)
	for _, stmt := range branch.Body.List[:last] {
		switch stmt := stmt.(type) {
		case *ast.AssignStmt:
			if len(stmt.Lhs) != 1 || !pass.TypesInfo.Types[stmt.Rhs[0]].IsValue() || pass.TypesInfo.Types[stmt.Rhs[0]].Value == nil {
				return false
			}
			noted[edit.Object(pass, stmt.Lhs[0])] = true
		case *ast.IncDecStmt:
			noted[edit.Object(pass, stmt.X)] = true
		default:
			return false
		}
	}
	if loop.Cond == nil {
		// Else the rest of the loop may know what to do.
		return len(noted) == 0 && !slices.ContainsFunc(loop.Body.List, func(stmt ast.Stmt) bool {
			return stmt != ast.Stmt(sel) && leaves(&ast.BlockStmt{List: []ast.Stmt{stmt}})
		})
	}
	return !noted[channel] && goesOnWithout(pass, loop.Cond, noted)
}

// goesOnWithout reports whether a condition is a || b, and one of them says nothing about some
// variables: it may hold whatever they are.
func goesOnWithout(pass *analysis.Pass, cond ast.Expr, noted map[types.Object]bool) bool {
	or, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || or.Op != token.LOR {
		return false
	}
	knows := func(e ast.Expr) bool {
		found := false
		ast.Inspect(e, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				found = found || noted[edit.Object(pass, e)]
			}
			return !found
		})
		return found
	}
	return !knows(or.X) || !knows(or.Y)
}

// leaves reports whether something in a loop's body ends the loop or the function.
func leaves(body *ast.BlockStmt) bool {
	found := false
	depth := 0 // of statements that a plain break would leave instead
	var visit func(n ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = true
		case *ast.BranchStmt:
			found = found || n.Tok == token.GOTO || n.Tok == token.BREAK && (n.Label != nil || depth == 0)
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			depth++
			for _, inner := range children(n) {
				ast.Inspect(inner, visit)
			}
			depth--
			return false
		case *ast.CallExpr:
			switch fn := n.Fun.(type) {
			case *ast.Ident:
				found = found || fn.Name == "panic"
			case *ast.SelectorExpr:
				switch fn.Sel.Name {
				case "Exit", "Fatal", "Fatalf", "Fatalln", "Goexit", "FailNow", "Skip", "SkipNow", "Skipf":
					found = true
				}
			}
		}
		return !found
	}
	for _, stmt := range body.List {
		ast.Inspect(stmt, visit)
	}
	return found
}

// children lists the statements inside a statement.
func children(n ast.Node) (list []ast.Node) {
	ast.Inspect(n, func(c ast.Node) bool {
		if c == n || c == nil {
			return true
		}
		list = append(list, c)
		return false
	})
	return list
}

// callsNamed reports whether a statement, but for function literals in it, calls a function,
// which is named in full.
func callsNamed(pass *analysis.Pass, stmt ast.Stmt, name string) bool {
	found := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
				obj, ok := pass.TypesInfo.Uses[sel.Sel].(*types.Func)
				found = found || ok && obj.FullName() == name
			}
		}
		_, literal := n.(*ast.FuncLit)
		return !found && !literal
	})
	return found
}
