package report

import "interleave/analyzers/rules"

// The part of the SARIF 2.1.0 object model that is written. Names in comments are
// the sections of the standard.

type sarifLog struct { // 3.13
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct { // 3.14
	Tool        sarifTool         `json:"tool"`
	Invocations []sarifInvocation `json:"invocations"`
	ColumnKind  string            `json:"columnKind"`
	Results     []sarifResult     `json:"results"`
}

type sarifTool struct { // 3.18
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct { // 3.19
	Name    string      `json:"name"`
	Version string      `json:"version"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct { // 3.49
	ID         rules.Name          `json:"id"`
	Short      sarifMessage        `json:"shortDescription"`
	Full       sarifMessage        `json:"fullDescription"`
	Help       sarifHelp           `json:"help"`
	Default    sarifConfiguration  `json:"defaultConfiguration"`
	Properties sarifRuleProperties `json:"properties"`
}

type sarifHelp struct { // 3.12
	Text     string `json:"text"`
	Markdown string `json:"markdown"`
}

type sarifConfiguration struct { // 3.50
	Level string `json:"level"`
}

type sarifRuleProperties struct {
	Tags   []string `json:"tags"`
	Lesson string   `json:"lesson"` // relative to the course's root
}

type sarifInvocation struct { // 3.20
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct { // 3.58
	Level     string          `json:"level"`
	Message   sarifMessage    `json:"message"`
	Locations []sarifLocation `json:"locations,omitempty"`
}

type sarifResult struct { // 3.27
	RuleID       rules.Name            `json:"ruleId"`
	RuleIndex    int                   `json:"ruleIndex"`
	Level        string                `json:"level"`
	Message      sarifMessage          `json:"message"`
	Locations    []sarifLocation       `json:"locations"`
	Related      []sarifLocation       `json:"relatedLocations,omitempty"`
	CodeFlows    []sarifCodeFlow       `json:"codeFlows,omitempty"`
	Fingerprints map[string]string     `json:"partialFingerprints,omitempty"`
	Properties   sarifResultProperties `json:"properties"`
}

type sarifResultProperties struct {
	Confidence rules.Confidence `json:"confidence"`
	Package    string           `json:"package"`
}

type sarifCodeFlow struct { // 3.36
	Message sarifMessage      `json:"message"`
	Threads []sarifThreadFlow `json:"threadFlows"`
}

type sarifThreadFlow struct { // 3.37
	ID        string       `json:"id"`
	Message   sarifMessage `json:"message"`
	Locations []sarifStep  `json:"locations"`
}

type sarifStep struct { // 3.38
	Order      int                     `json:"executionOrder"`
	Location   sarifLocation           `json:"location"`
	Importance string                  `json:"importance"`
	State      map[string]sarifMessage `json:"state,omitempty"`
}

type sarifLocation struct { // 3.28
	ID       int            `json:"id,omitempty"`
	Physical sarifPhysical  `json:"physicalLocation"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	Message  *sarifMessage  `json:"message,omitempty"`
}

type sarifLogical struct { // 3.33
	Name string `json:"name"`
	Full string `json:"fullyQualifiedName"`
	Kind string `json:"kind"`
}

type sarifPhysical struct { // 3.29
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct { // 3.4
	URI string `json:"uri"`
}

type sarifRegion struct { // 3.30
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndLine     int `json:"endLine,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

type sarifMessage struct { // 3.11
	Text string `json:"text"`
}
