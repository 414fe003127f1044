package activitypub

// NodeInfoVersions are the versions of NodeInfo that the description is written in, the newest first. Between them only the name
// differs: 2.1 allows what we do not tell.
var NodeInfoVersions = []string{"2.1", "2.0"}

const nodeInfoSchema = "http://nodeinfo.diaspora.software/ns/schema/"

// NodeInfoType is what the description is served as.
func NodeInfoType(version string) string {
	return `application/json; profile="` + nodeInfoSchema + version + `#"`
}

// NodeInfo describes this server to others: program, version and counts. It names nobody.
type NodeInfo struct {
	Version           string           `json:"version"`
	Software          NodeSoftware     `json:"software"`
	Protocols         []string         `json:"protocols"`
	Services          NodeServices     `json:"services"`
	OpenRegistrations bool             `json:"openRegistrations"`
	Usage             NodeUsage        `json:"usage"`
	Metadata          NodeDescriptions `json:"metadata"`
}

// NodeSoftware is the program. The schema asks for a name of a-z, 0-9 and hyphens.
type NodeSoftware struct {
	Name       string `json:"name"`
	Version    string `json:"version"`
	Repository string `json:"repository,omitempty"`
	Homepage   string `json:"homepage,omitempty"`
}

// NodeServices are the third parties it exchanges with: none.
type NodeServices struct {
	Inbound  []string `json:"inbound"`
	Outbound []string `json:"outbound"`
}

// NodeUsage counts accounts and posts.
type NodeUsage struct {
	Users         NodeUsers `json:"users"`
	LocalPosts    int       `json:"localPosts"`
	LocalComments int       `json:"localComments"`
}

// NodeUsers counts accounts that are shown, not staff.
type NodeUsers struct {
	Total int `json:"total"`
}

// NodeDescriptions is the free part: the name of the authority.
type NodeDescriptions struct {
	NodeName string `json:"nodeName,omitempty"`
}

// NewNodeInfo describes, in a version of NodeInfo, a Tilltal of a version of its own, with the authority's name, its public
// accounts and their posts.
func NewNodeInfo(schema, version, authority string, accounts, posts int) NodeInfo {
	return NodeInfo{Version: schema, Software: NodeSoftware{Name: "tilltal", Version: version}, Protocols: []string{"activitypub"},
		Services: NodeServices{Inbound: []string{}, Outbound: []string{}},
		Usage:    NodeUsage{Users: NodeUsers{Total: accounts}, LocalPosts: posts}, Metadata: NodeDescriptions{NodeName: authority}}
}

// Marshal writes the description.
func (i NodeInfo) Marshal() ([]byte, error) { return encode(i) }

// NodeInfoDiscovery is the answer at /.well-known/nodeinfo: where the description stands. Each version stands at the address and
// the version after it.
func NodeInfoDiscovery(address string) ([]byte, error) {
	var links []JRDLink
	for _, version := range NodeInfoVersions {
		links = append(links, JRDLink{Rel: nodeInfoSchema + version, Href: address + version})
	}
	return encode(struct {
		Links []JRDLink `json:"links"`
	}{links})
}
