package activitypub

// NodeInfoType is what the description is served as (NodeInfo 2.1).
const NodeInfoType = `application/json; profile="http://nodeinfo.diaspora.software/ns/schema/2.1#"`

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

// NewNodeInfo describes a Tilltal of the version, with the authority's name, its public accounts and their posts.
func NewNodeInfo(version, authority string, accounts, posts int) NodeInfo {
	return NodeInfo{Version: "2.1", Software: NodeSoftware{Name: "tilltal", Version: version}, Protocols: []string{"activitypub"},
		Services: NodeServices{Inbound: []string{}, Outbound: []string{}},
		Usage:    NodeUsage{Users: NodeUsers{Total: accounts}, LocalPosts: posts}, Metadata: NodeDescriptions{NodeName: authority}}
}

// Marshal writes the description.
func (i NodeInfo) Marshal() ([]byte, error) { return encode(i) }

// NodeInfoDiscovery is the answer at /.well-known/nodeinfo: where the description stands.
func NodeInfoDiscovery(address string) ([]byte, error) {
	return encode(struct {
		Links []JRDLink `json:"links"`
	}{[]JRDLink{{Rel: "http://nodeinfo.diaspora.software/ns/schema/2.1", Href: address}}})
}
