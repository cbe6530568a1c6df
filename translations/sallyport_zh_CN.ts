<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Access</name>
    <message>
        <source>The context %1 cannot be used. %2</source>
        <translation>无法使用上下文 %1。%2</translation>
    </message>
    <message>
        <source>Nothing was connected to.</source>
        <translation>没有建立任何连接。</translation>
    </message>
    <message>
        <source>Correct the kubeconfig, or choose another context.</source>
        <translation>请更正 kubeconfig，或选择其他上下文。</translation>
    </message>
    <message>
        <source>Its cluster has no server.</source>
        <translation>其集群没有服务器。</translation>
    </message>
    <message>
        <source>certificate-authority and certificate-authority-data are both given; keep one.</source>
        <translation>同时给出了 certificate-authority 和 certificate-authority-data；请只保留一个。</translation>
    </message>
    <message>
        <source>certificate-authority cannot be read: %1.</source>
        <translation>无法读取 certificate-authority：%1。</translation>
    </message>
    <message>
        <source>insecure-skip-tls-verify and a certificate authority exclude each other.</source>
        <translation>insecure-skip-tls-verify 与证书颁发机构互斥。</translation>
    </message>
    <message>
        <source>client-certificate and client-certificate-data are both given; keep one.</source>
        <translation>同时给出了 client-certificate 和 client-certificate-data；请只保留一个。</translation>
    </message>
    <message>
        <source>client-key and client-key-data are both given; keep one.</source>
        <translation>同时给出了 client-key 和 client-key-data；请只保留一个。</translation>
    </message>
    <message>
        <source>A client certificate needs client-key or client-key-data.</source>
        <translation>客户端证书需要 client-key 或 client-key-data。</translation>
    </message>
    <message>
        <source>client-certificate cannot be read: %1.</source>
        <translation>无法读取 client-certificate：%1。</translation>
    </message>
    <message>
        <source>client-key cannot be read: %1.</source>
        <translation>无法读取 client-key：%1。</translation>
    </message>
    <message>
        <source>exec names no command.</source>
        <translation>exec 没有指定命令。</translation>
    </message>
    <message>
        <source>exec has no apiVersion.</source>
        <translation>exec 没有 apiVersion。</translation>
    </message>
    <message>
        <source>exec.env has a variable without a name.</source>
        <translation>exec.env 中有变量没有名称。</translation>
    </message>
    <message>
        <source>exec has no interactiveMode, which %1 asks for.</source>
        <translation>exec 没有 interactiveMode，而 %1 要求有。</translation>
    </message>
    <message>
        <source>exec.interactiveMode is none of Never, IfAvailable and Always.</source>
        <translation>exec.interactiveMode 不是 Never、IfAvailable 或 Always。</translation>
    </message>
    <message>
        <source>exec and auth-provider are both given; keep one.</source>
        <translation>同时给出了 exec 和 auth-provider；请只保留一个。</translation>
    </message>
    <message>
        <source>A token and a user name with password are both given; keep one.</source>
        <translation>同时给出了令牌和用户名密码；请只保留一个。</translation>
    </message>
    <message>
        <source>as-uid, as-groups and as-user-extra need a user to impersonate (as).</source>
        <translation>as-uid、as-groups 和 as-user-extra 需要指定要模拟的用户 (as)。</translation>
    </message>
    <message>
        <source>Its user is not in the kubeconfig, so there are no credentials.</source>
        <translation>其用户不在 kubeconfig 中，因此没有凭据。</translation>
    </message>
    <message>
        <source>exec.apiVersion is neither client.authentication.k8s.io/v1 nor client.authentication.k8s.io/v1beta1.</source>
        <translation>exec.apiVersion 既不是 client.authentication.k8s.io/v1，也不是 client.authentication.k8s.io/v1beta1。</translation>
    </message>
    <message>
        <source>auth-provider (%1) is not supported: let the user&apos;s entry run a plugin instead (exec), such as kubelogin or gke-gcloud-auth-plugin.</source>
        <translation>不支持 auth-provider (%1)：请改用插件 (exec)，例如 kubelogin 或 gke-gcloud-auth-plugin。</translation>
    </message>
    <message>
        <source>tokenFile cannot be read: %1.</source>
        <translation>无法读取 tokenFile：%1。</translation>
    </message>
    <message>
        <source>tokenFile is empty, so there are no credentials.</source>
        <translation>tokenFile 为空，因此没有凭据。</translation>
    </message>
    <message>
        <source>Its user has no credentials: neither certificate, token, password nor plugin.</source>
        <translation>其用户没有凭据：既没有证书、令牌、密码，也没有插件。</translation>
    </message>
    <message>
        <source>There is no context named %1.</source>
        <translation>没有名为 %1 的上下文。</translation>
    </message>
    <message>
        <source>There is no cluster named %1.</source>
        <translation>没有名为 %1 的集群。</translation>
    </message>
    <message>
        <source>There is no user named %1.</source>
        <translation>没有名为 %1 的用户。</translation>
    </message>
    <message>
        <source>No cluster is configured: there is no kubeconfig with a context.</source>
        <translation>没有配置集群：没有含上下文的 kubeconfig。</translation>
    </message>
    <message>
        <source>No context is chosen, and the kubeconfig has no current-context.</source>
        <translation>未选择上下文，且 kubeconfig 没有 current-context。</translation>
    </message>
    <message>
        <source>Its cluster is not in the kubeconfig.</source>
        <translation>其集群不在 kubeconfig 中。</translation>
    </message>
</context>
<context>
    <name>AddressFix</name>
    <message>
        <source>Give %1 a name and put the address into the Mesh</source>
        <translation>为 %1 命名，并将地址放入 Mesh</translation>
    </message>
    <message>
        <source>DNS name of the host:</source>
        <translation>主机的 DNS 名称：</translation>
    </message>
</context>
<context>
    <name>AuthorizationChecks</name>
    <message>
        <source>The gateway also carries TLS or TCP. There Istio drops hosts, methods and paths and applies the rest of the rule: it hits all of that traffic. HTTP is not affected. Keep the rule off those routes.</source>
        <translation>该网关还承载 TLS 或 TCP。Istio 在那里会丢弃主机、方法和路径，只应用规则的其余部分：因此会命中全部这类流量。HTTP 不受影响。请让规则避开这些路由。</translation>
    </message>
    <message>
        <source>Keep the rule off TLS and TCP</source>
        <translation>让规则避开 TLS 和 TCP</translation>
    </message>
    <message>
        <source>The gateway also carries TLS or TCP, and no rule here can allow it: rules with hosts, methods or paths are left out there. All TLS and TCP through the gateway is denied. HTTP is not affected. Add a rule that leaves those routes open.</source>
        <translation>该网关还承载 TLS 或 TCP，而这里没有规则能放行它们：含主机、方法或路径的规则在那里会被忽略。经过该网关的 TLS 和 TCP 全部被拒绝。HTTP 不受影响。请添加放行这些路由的规则。</translation>
    </message>
    <message>
        <source>Leave TLS and TCP open</source>
        <translation>保持 TLS 和 TCP 放行</translation>
    </message>
    <message>
        <source>A request whose Host header carries a port is not matched: %1 is not %1:8080. Add the host with “:*” as well.</source>
        <translation>Host 头带端口的请求不会匹配：%1 不等于 %1:8080。请同时添加带“:*”的主机。</translation>
    </message>
    <message numerus="yes">
        <source>Add “:*” to %n host(s)</source>
        <translation>
            <numerusform>为 %n 个主机添加“:*”</numerusform>
        </translation>
    </message>
    <message>
        <source>The selector is not the one of any gateway of the workspace (%1). The policy is not part of the output.</source>
        <translation>该选择器不对应工作区中的任何网关 (%1)。该策略不进入输出。</translation>
    </message>
    <message>
        <source>The policy is in namespace %1, where the gateway is not: it selects nothing there.</source>
        <translation>该策略在命名空间 %1 中，而网关不在那里：它选不中任何工作负载。</translation>
    </message>
</context>
<context>
    <name>AuthorizationFieldWords</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The resource&apos;s name. Exports and applies use it as it is.</source>
        <translation>资源的名称。导出和应用时原样使用。</translation>
    </message>
    <message>
        <source>It changes no traffic. Under another name the resource is another one.</source>
        <translation>它不影响流量。改名后就是另一个资源。</translation>
    </message>
    <message>
        <source>for example deny-post</source>
        <translation>例如 deny-post</translation>
    </message>
    <message>
        <source>Rename AuthorizationPolicy %1</source>
        <translation>重命名 AuthorizationPolicy %1</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>The namespace of the gateway: elsewhere the policy selects nothing.</source>
        <translation>网关所在的命名空间：在其他地方该策略选不中任何工作负载。</translation>
    </message>
    <message>
        <source>In the mesh&apos;s root namespace, usually istio-system, it selects pods of all namespaces.</source>
        <translation>在网格的根命名空间（通常是 istio-system）中，它会选择所有命名空间的 Pod。</translation>
    </message>
    <message>
        <source>Change namespace of AuthorizationPolicy %1</source>
        <translation>修改 AuthorizationPolicy %1 的命名空间</translation>
    </message>
    <message>
        <source>Protects</source>
        <translation>保护对象</translation>
    </message>
    <message>
        <source>The egress gateway whose pods the policy selects. Choosing another one changes the selector, the namespace, and the ports and names in the rules that belong to the gateway.</source>
        <translation>该策略选择其 Pod 的出口网关。选择另一个网关会改变选择器、命名空间，以及规则中属于该网关的端口和名称。</translation>
    </message>
    <message>
        <source>Only traffic through this gateway meets the rules.</source>
        <translation>只有经过此网关的流量才受这些规则约束。</translation>
    </message>
    <message>
        <source>choose a gateway</source>
        <translation>选择网关</translation>
    </message>
    <message>
        <source>Change gateway of AuthorizationPolicy %1</source>
        <translation>修改 AuthorizationPolicy %1 的网关</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>DENY refuses what a rule matches. ALLOW refuses everything that no rule of any ALLOW policy matches. AUDIT only marks. Where nothing is written it is ALLOW.</source>
        <translation>DENY 拒绝规则匹配的请求。ALLOW 拒绝没有任何 ALLOW 策略的规则匹配的请求。AUDIT 只做标记。未填写时为 ALLOW。</translation>
    </message>
    <message>
        <source>DENY goes before ALLOW. A refused request gets status 403, “RBAC: access denied”; a refused TLS or TCP connection is closed.</source>
        <translation>DENY 先于 ALLOW。被拒绝的请求得到状态码 403，“RBAC: access denied”；被拒绝的 TLS 或 TCP 连接会被关闭。</translation>
    </message>
    <message>
        <source>Change action of AuthorizationPolicy %1</source>
        <translation>修改 AuthorizationPolicy %1 的动作</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>A request is matched when one of the rules matches it. The panels below show the one that is selected here.</source>
        <translation>只要有一条规则匹配，请求即匹配。下方面板显示此处选中的规则。</translation>
    </message>
    <message>
        <source>DENY and AUDIT need at least one rule; ALLOW without any allows nothing.</source>
        <translation>DENY 和 AUDIT 至少需要一条规则；没有规则的 ALLOW 不放行任何请求。</translation>
    </message>
    <message>
        <source>Change rules of AuthorizationPolicy %1</source>
        <translation>修改 AuthorizationPolicy %1 的规则</translation>
    </message>
    <message>
        <source>From namespaces</source>
        <translation>来源命名空间</translation>
    </message>
    <message>
        <source>Namespaces of the workloads that make the request, with commas between them. A star may stand for a part of a name. Nothing here and in service accounts means everyone.</source>
        <translation>发出请求的工作负载所在的命名空间，以逗号分隔。星号可代替名称的一部分。此处和服务账号都不填表示所有来源。</translation>
    </message>
    <message>
        <source>The gateway knows them by the certificate of the workload.</source>
        <translation>网关通过工作负载的证书得知命名空间。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Change source namespaces of %1</source>
        <translation>修改 %1 的来源命名空间</translation>
    </message>
    <message>
        <source>or service accounts</source>
        <translation>或服务账号</translation>
    </message>
    <message>
        <source>Service accounts as namespace/name, with commas between them; they are written as principals of any trust domain, which every Istio understands. A whole principal may be written as well.</source>
        <translation>服务账号，写作 命名空间/名称，以逗号分隔；会写成任意信任域的 principal，所有版本的 Istio 都能理解。也可以写完整的 principal。</translation>
    </message>
    <message>
        <source>They add to the namespaces: it is enough that one of both matches.</source>
        <translation>它们与命名空间是“或”的关系：匹配其中之一即可。</translation>
    </message>
    <message>
        <source>for example mytest/sleep</source>
        <translation>例如 mytest/sleep</translation>
    </message>
    <message>
        <source>Change service accounts of %1</source>
        <translation>修改 %1 的服务账号</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Alternatives: a request is matched when one of them matches. Hosts, methods and paths below are those of the one that is selected here.</source>
        <translation>可选项：匹配其中之一即匹配。下方的主机、方法和路径属于此处选中的操作。</translation>
    </message>
    <message>
        <source>Within one operation hosts, methods and paths must all match.</source>
        <translation>在同一操作中，主机、方法和路径必须全部匹配。</translation>
    </message>
    <message>
        <source>Change operations of %1</source>
        <translation>修改 %1 的操作</translation>
    </message>
    <message>
        <source>To hosts</source>
        <translation>目标主机</translation>
    </message>
    <message>
        <source>Hosts of the requests. Each is written twice, plain and with any port, because Istio compares the whole Host header. A wildcard such as *.example.org gets a rule of its own, which matches the server name of its way into the gateway.</source>
        <translation>请求的主机。每个主机写两次：不带端口和带任意端口，因为 Istio 比较整个 Host 头。*.example.org 这样的通配符会有单独的规则，匹配其进入网关时的服务器名。</translation>
    </message>
    <message>
        <source>TLS and TCP have no Host header: there Istio drops the hosts from a DENY and leaves out such rules of an ALLOW.</source>
        <translation>TLS 和 TCP 没有 Host 头：Istio 在那里会从 DENY 中去掉主机，并忽略 ALLOW 中的此类规则。</translation>
    </message>
    <message>
        <source>Change hosts of %1</source>
        <translation>修改 %1 的主机</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>HTTP methods in capitals, with commas between them. gRPC is always POST.</source>
        <translation>大写的 HTTP 方法，以逗号分隔。gRPC 始终是 POST。</translation>
    </message>
    <message>
        <source>TLS and TCP have no method: there Istio drops the methods from a DENY and leaves out such rules of an ALLOW.</source>
        <translation>TLS 和 TCP 没有方法：Istio 在那里会从 DENY 中去掉方法，并忽略 ALLOW 中的此类规则。</translation>
    </message>
    <message>
        <source>Change methods of %1</source>
        <translation>修改 %1 的方法</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Paths of the requests, one a line: /exact, /prefix* or */suffix.</source>
        <translation>请求的路径，每行一个：/exact、/prefix* 或 */suffix。</translation>
    </message>
    <message>
        <source>The path is compared without the query, as the gateway has normalised it.</source>
        <translation>比较时不含查询部分，并按网关规范化后的路径比较。</translation>
    </message>
    <message>
        <source>Change paths of %1</source>
        <translation>修改 %1 的路径</translation>
    </message>
    <message>
        <source>Leave TLS and TCP alone</source>
        <translation>不影响 TLS 和 TCP</translation>
    </message>
    <message>
        <source>Keeps the rule off the TLS and TCP routes of the gateway, by a condition on the server name that they have in the mesh. It is set in the step in which a rule begins to speak of hosts, methods or paths.</source>
        <translation>通过对它们在网格中的服务器名设置条件，使规则避开网关的 TLS 和 TCP 路由。规则开始涉及主机、方法或路径时自动设置。</translation>
    </message>
    <message>
        <source>Without it a DENY of hosts or methods closes all TLS and TCP of its sources at the gateway.</source>
        <translation>没有它，针对主机或方法的 DENY 会在网关关闭其来源的全部 TLS 和 TCP。</translation>
    </message>
    <message>
        <source>Change what %1 means for TLS and TCP</source>
        <translation>修改 %1 对 TLS 和 TCP 的含义</translation>
    </message>
    <message>
        <source>Leave TLS and TCP open</source>
        <translation>保持 TLS 和 TCP 放行</translation>
    </message>
    <message>
        <source>Adds a rule that allows every TLS and TCP route of the gateway. ALLOW refuses what no rule allows, and rules about hosts, methods or paths cannot allow TLS or TCP.</source>
        <translation>添加一条放行网关所有 TLS 和 TCP 路由的规则。ALLOW 会拒绝没有规则放行的流量，而涉及主机、方法或路径的规则无法放行 TLS 或 TCP。</translation>
    </message>
    <message>
        <source>Without it all TLS and TCP through the gateway is closed, as long as no other rule allows it.</source>
        <translation>没有它，只要没有其他规则放行，经过网关的 TLS 和 TCP 就全部关闭。</translation>
    </message>
</context>
<context>
    <name>AuthorizationReader</name>
    <message>
        <source>“%1” is no action. It is one of %2.</source>
        <translation>“%1”不是动作，应为 %2 之一。</translation>
    </message>
    <message>
        <source>%1 without rules is refused by Istio. Say what it is about.</source>
        <translation>没有规则的 %1 会被 Istio 拒绝。请说明它针对什么。</translation>
    </message>
    <message>
        <source>CUSTOM needs the name of a provider.</source>
        <translation>CUSTOM 需要 provider 的名称。</translation>
    </message>
    <message>
        <source>A selector and a target reference exclude each other.</source>
        <translation>选择器与目标引用互斥。</translation>
    </message>
    <message>
        <source>“%1” is empty. Leave it out to mean everything.</source>
        <translation>“%1”为空。要表示全部，请省略它。</translation>
    </message>
    <message>
        <source>serviceAccounts cannot stand beside namespaces or principals: write namespace/name there instead.</source>
        <translation>serviceAccounts 不能与 namespaces 或 principals 并列：请在那里写 命名空间/名称。</translation>
    </message>
    <message>
        <source>“%1” is no attribute that Istio knows.</source>
        <translation>“%1”不是 Istio 认识的属性。</translation>
    </message>
    <message>
        <source>The condition has neither values nor notValues.</source>
        <translation>该条件既没有 values 也没有 notValues。</translation>
    </message>
    <message>
        <source>An empty “%1” is refused by Istio. Leave the whole list out to mean everything.</source>
        <translation>Istio 会拒绝空的“%1”。要表示全部，请省略整个列表。</translation>
    </message>
    <message>
        <source>“%1” is no port: a number from 1 to 65535 in quotes.</source>
        <translation>“%1”不是端口：应为引号中的 1 到 65535 的数字。</translation>
    </message>
</context>
<context>
    <name>ClearButton</name>
    <message>
        <source>Clear the text</source>
        <translation>清除文本</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 没有及时响应。</translation>
    </message>
    <message>
        <source>the proxy %1</source>
        <translation>代理 %1</translation>
    </message>
    <message>
        <source>There is no trusted connection to %1: %2.</source>
        <translation>无法与 %1 建立受信任的连接：%2。</translation>
    </message>
    <message>
        <source>%1 closed the connection.</source>
        <translation>%1 关闭了连接。</translation>
    </message>
    <message>
        <source>What %1 answers is not HTTP.</source>
        <translation>%1 的响应不是 HTTP。</translation>
    </message>
    <message>
        <source>%1 asks for a user name and a password, or does not accept those of proxy-url.</source>
        <translation>%1 要求用户名和密码，或不接受 proxy-url 中的用户名和密码。</translation>
    </message>
    <message>
        <source>%1 does not connect to %2 (HTTP status %3).</source>
        <translation>%1 无法连接到 %2（HTTP 状态码 %3）。</translation>
    </message>
    <message>
        <source>The connection to %1 was refused: nothing listens there.</source>
        <translation>到 %1 的连接被拒绝：那里没有服务在监听。</translation>
    </message>
    <message>
        <source>The name of %1 is not known.</source>
        <translation>无法解析 %1 的名称。</translation>
    </message>
    <message>
        <source>%1 ended the connection before there was a trusted one.</source>
        <translation>%1 在建立受信任的连接之前就结束了连接。</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2.</source>
        <translation>到 %1 的连接失败：%2。</translation>
    </message>
</context>
<context>
    <name>Credentials</name>
    <message>
        <source>Nothing was sent to the cluster.</source>
        <translation>没有向集群发送任何内容。</translation>
    </message>
    <message>
        <source>Correct the user&apos;s entry in the kubeconfig.</source>
        <translation>请更正 kubeconfig 中的用户条目。</translation>
    </message>
    <message>
        <source>A file of the user&apos;s credentials cannot be read.</source>
        <translation>无法读取用户凭据的某个文件。</translation>
    </message>
    <message>
        <source>The token file is empty.</source>
        <translation>令牌文件为空。</translation>
    </message>
    <message>
        <source>The token file cannot be read.</source>
        <translation>无法读取令牌文件。</translation>
    </message>
    <message>
        <source>The user&apos;s credentials hold a character that cannot be sent, such as a line end.</source>
        <translation>用户凭据中含有无法发送的字符，例如换行符。</translation>
    </message>
</context>
<context>
    <name>DocumentFindings</name>
    <message>
        <source>%1 more findings of this document are not listed. Correct some of the first %2.</source>
        <translation>此文档还有 %1 个问题未列出。请先更正前 %2 个中的一些。</translation>
    </message>
    <message>
        <source>“%1” is not known here, and “%2” is required: is that what was meant?</source>
        <translation>此处没有“%1”这个字段，而“%2”是必需的：是否想写它？</translation>
    </message>
    <message>
        <source>“%1” is missing; it is required here.</source>
        <translation>缺少“%1”；此处必需。</translation>
    </message>
    <message>
        <source>“%1” has no value; one is required here.</source>
        <translation>“%1”没有值；此处必需。</translation>
    </message>
    <message>
        <source>“%1” is empty; it needs at least one entry.</source>
        <translation>“%1”为空；至少需要一项。</translation>
    </message>
    <message>
        <source>“%1” is not known here. It is kept, but has no effect.</source>
        <translation>此处没有“%1”这个字段。它会被保留，但不起作用。</translation>
    </message>
    <message>
        <source>“%1” is not known here: did you mean “%2”? It is kept, but has no effect.</source>
        <translation>此处没有“%1”这个字段：是否想写“%2”？它会被保留，但不起作用。</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation>重命名为 %1</translation>
    </message>
</context>
<context>
    <name>ExecPlugin</name>
    <message>
        <source>Nothing was sent to the cluster.</source>
        <translation>没有向集群发送任何内容。</translation>
    </message>
    <message>
        <source>Run the plugin in a terminal to see what it prints.</source>
        <translation>请在终端中运行该插件，查看其输出。</translation>
    </message>
    <message>
        <source>The credential plugin printed no status.</source>
        <translation>凭据插件没有输出 status。</translation>
    </message>
    <message>
        <source>The credential plugin printed a %1 that is not a text.</source>
        <translation>凭据插件输出的 %1 不是文本。</translation>
    </message>
    <message>
        <source>The credential plugin gave neither a token nor a certificate with its key.</source>
        <translation>凭据插件既没有给出令牌，也没有给出证书及其密钥。</translation>
    </message>
    <message>
        <source>The credential plugin gave only one of certificate and key.</source>
        <translation>凭据插件只给出了证书和密钥中的一个。</translation>
    </message>
    <message>
        <source>The credential plugin gave a certificate that cannot be used. %1</source>
        <translation>凭据插件给出的证书无法使用。%1</translation>
    </message>
    <message>
        <source>The credential plugin printed an expirationTimestamp that is no time.</source>
        <translation>凭据插件输出的 expirationTimestamp 不是时间。</translation>
    </message>
    <message>
        <source>The credential plugin printed neither JSON nor YAML.</source>
        <translation>凭据插件的输出既不是 JSON 也不是 YAML。</translation>
    </message>
    <message>
        <source>The credential plugin printed something else than an ExecCredential.</source>
        <translation>凭据插件输出的不是 ExecCredential。</translation>
    </message>
    <message>
        <source>The credential plugin is to speak %1, and spoke %2.</source>
        <translation>凭据插件应使用 %1，却使用了 %2。</translation>
    </message>
    <message>
        <source>Run the plugin in a terminal to see what it wants.</source>
        <translation>请在终端中运行该插件，查看它需要什么。</translation>
    </message>
    <message>
        <source>The credential plugin %1 was not found.</source>
        <translation>找不到凭据插件 %1。</translation>
    </message>
    <message>
        <source>Install it, or correct the command in the kubeconfig.</source>
        <translation>请安装它，或更正 kubeconfig 中的命令。</translation>
    </message>
    <message>
        <source>The credential plugin %1 could not be started.</source>
        <translation>无法启动凭据插件 %1。</translation>
    </message>
    <message>
        <source>The credential plugin %1 did not end in time.</source>
        <translation>凭据插件 %1 没有及时结束。</translation>
    </message>
    <message>
        <source>The credential plugin %1 crashed.</source>
        <translation>凭据插件 %1 崩溃了。</translation>
    </message>
    <message>
        <source>The credential plugin %1 failed with exit status %2.</source>
        <translation>凭据插件 %1 失败，退出状态为 %2。</translation>
    </message>
    <message>
        <source>The credential plugin %1 needs a terminal, which a program with a window does not have.</source>
        <translation>凭据插件 %1 需要终端，而窗口程序没有终端。</translation>
    </message>
    <message>
        <source>Set interactiveMode to IfAvailable in the kubeconfig if the plugin can do without.</source>
        <translation>如果该插件可以不用终端，请在 kubeconfig 中将 interactiveMode 设为 IfAvailable。</translation>
    </message>
</context>
<context>
    <name>ExpectationWords</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A name for people: what the cases are about.</source>
        <translation>供人阅读的名称：这些用例针对什么。</translation>
    </message>
    <message>
        <source>It changes no traffic; the document never reaches a cluster.</source>
        <translation>它不影响流量；该文档从不发送到集群。</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Rename Expectations %1</source>
        <translation>重命名 Expectations %1</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Each case is a request of a workload and what should come of it. The fields below show the one that is selected here in full.</source>
        <translation>每个用例是某个工作负载的一个请求及其应有的结果。下方字段完整显示此处选中的用例。</translation>
    </message>
    <message>
        <source>Nothing is sent: the cases are evaluated over the generated objects while you type, and by “sallyport check”.</source>
        <translation>不会发送任何请求：编辑时以及运行“sallyport check”时，根据生成的对象评估用例。</translation>
    </message>
    <message>
        <source>Change cases of %1</source>
        <translation>修改 %1 的用例</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>A name for people; reports of checks show it.</source>
        <translation>供人阅读的名称；检查报告会显示它。</translation>
    </message>
    <message>
        <source>It changes no traffic.</source>
        <translation>它不影响流量。</translation>
    </message>
    <message>
        <source>Rename case %1</source>
        <translation>重命名用例 %1</translation>
    </message>
    <message>
        <source>From namespace</source>
        <translation>来源命名空间</translation>
    </message>
    <message>
        <source>The namespace of the workload that makes the request.</source>
        <translation>发出请求的工作负载所在的命名空间。</translation>
    </message>
    <message>
        <source>The gateway knows the namespace by the workload&apos;s certificate.</source>
        <translation>网关通过工作负载的证书得知命名空间。</translation>
    </message>
    <message>
        <source>for example mytest</source>
        <translation>例如 mytest</translation>
    </message>
    <message>
        <source>Change namespace of %1</source>
        <translation>修改 %1 的命名空间</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>服务账号</translation>
    </message>
    <message>
        <source>The account that the workload runs as.</source>
        <translation>工作负载运行所用的账号。</translation>
    </message>
    <message>
        <source>AuthorizationPolicies may ask for it; policies do not.</source>
        <translation>AuthorizationPolicy 可能以它为条件；出口策略不会。</translation>
    </message>
    <message>
        <source>Change service account of %1</source>
        <translation>修改 %1 的服务账号</translation>
    </message>
    <message>
        <source>Workload labels</source>
        <translation>工作负载标签</translation>
    </message>
    <message>
        <source>All labels of the pod that makes the request.</source>
        <translation>发出请求的 Pod 的全部标签。</translation>
    </message>
    <message>
        <source>Rules with workload labels speak of pods that carry all of theirs.</source>
        <translation>带工作负载标签的规则针对具有其全部标签的 Pod。</translation>
    </message>
    <message>
        <source>Change labels of %1</source>
        <translation>修改 %1 的标签</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>The HTTP method, in capitals. Where nothing is written it is GET.</source>
        <translation>大写的 HTTP 方法。未填写时为 GET。</translation>
    </message>
    <message>
        <source>AuthorizationPolicies may ask for it.</source>
        <translation>AuthorizationPolicy 可能以它为条件。</translation>
    </message>
    <message>
        <source>Change method of %1</source>
        <translation>修改 %1 的方法</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>What the application asks for: http://host/path, https://host/path, or host:port for a TCP stream.</source>
        <translation>应用请求的内容：http://host/path、https://host/path，或表示 TCP 流的 host:port。</translation>
    </message>
    <message>
        <source>Nothing is sent to the host.</source>
        <translation>不会向该主机发送任何内容。</translation>
    </message>
    <message>
        <source>https://www.example.com/ or db.example.com:5432</source>
        <translation>https://www.example.com/ 或 db.example.com:5432</translation>
    </message>
    <message>
        <source>Change request of %1</source>
        <translation>修改 %1 的请求</translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Headers that the application sends.</source>
        <translation>应用发送的请求头。</translation>
    </message>
    <message>
        <source>A Host header that differs from the URL decides where the request goes.</source>
        <translation>与 URL 不同的 Host 头决定请求去往何处。</translation>
    </message>
    <message>
        <source>Change headers of %1</source>
        <translation>修改 %1 的请求头</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Whether the request should reach the host: allowed, blocked, or any where only the status counts.</source>
        <translation>请求是否应到达主机：allowed、blocked，或在只关心状态码时为 any。</translation>
    </message>
    <message>
        <source>A case that cannot be decided is reported and does not fail, unless checks are strict.</source>
        <translation>无法判定的用例会被报告，但不算失败，除非采用严格检查。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Change expected verdict of %1</source>
        <translation>修改 %1 的预期结论</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>The HTTP status that the application should see.</source>
        <translation>应用应看到的 HTTP 状态码。</translation>
    </message>
    <message>
        <source>A proxy refuses with 502 at the sidecar and 403 at the gateway.</source>
        <translation>代理拒绝时，Sidecar 返回 502，网关返回 403。</translation>
    </message>
    <message>
        <source>Change expected status of %1</source>
        <translation>修改 %1 的预期状态码</translation>
    </message>
</context>
<context>
    <name>ExpectationsReader</name>
    <message>
        <source>“%1” is no valid namespace.</source>
        <translation>“%1”不是有效的命名空间。</translation>
    </message>
    <message>
        <source>The request has neither url nor tcp.</source>
        <translation>请求既没有 url 也没有 tcp。</translation>
    </message>
    <message>
        <source>The request has both url and tcp; it is one or the other.</source>
        <translation>请求同时有 url 和 tcp；只能有其一。</translation>
    </message>
    <message>
        <source>“%1” is no URL of the form http://host/path or https://host/path.</source>
        <translation>“%1”不是 http://host/path 或 https://host/path 形式的 URL。</translation>
    </message>
    <message>
        <source>“%1” is no host with a port, like db.example.com:5432.</source>
        <translation>“%1”不是带端口的主机，如 db.example.com:5432。</translation>
    </message>
    <message>
        <source>“%1” is no HTTP method; they are written in capitals.</source>
        <translation>“%1”不是 HTTP 方法；方法用大写书写。</translation>
    </message>
    <message>
        <source>“%1” is no verdict. It is allowed, blocked or any.</source>
        <translation>“%1”不是结论，应为 allowed、blocked 或 any。</translation>
    </message>
    <message>
        <source>%1 is no HTTP status.</source>
        <translation>%1 不是 HTTP 状态码。</translation>
    </message>
    <message>
        <source>Nothing is expected: give a verdict, a status, or both.</source>
        <translation>没有预期：请给出结论、状态码，或两者。</translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>On the mesh:</source>
        <translation>在网格中：</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>帮助：%1</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Policy name</source>
        <translation>策略名称</translation>
    </message>
    <message>
        <source>The resource&apos;s name. There is one policy for each egress gateway, and by convention it is called egress-by-&lt;gateway&gt;, so that people and tools find it.</source>
        <translation>资源的名称。每个出口网关对应一个策略，按惯例命名为 egress-by-&lt;gateway&gt;，便于人和工具查找。</translation>
    </message>
    <message>
        <source>It changes no traffic. Under another name the resource is another one: rename it on the cluster by applying the new one before deleting the old.</source>
        <translation>它不影响流量。改名后就是另一个资源：在集群上改名时，先应用新资源，再删除旧资源。</translation>
    </message>
    <message>
        <source>egress-by-&lt;gateway&gt;</source>
        <translation>egress-by-&lt;gateway&gt;</translation>
    </message>
    <message>
        <source>Rename policy %1</source>
        <translation>重命名策略 %1</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Where the policy resource lives. It is always istio-egress; the workloads that it speaks of are named in Source.</source>
        <translation>策略资源所在的命名空间，始终为 istio-egress；它所针对的工作负载在“来源”中指定。</translation>
    </message>
    <message>
        <source>A policy in another namespace is ignored by the service mesh.</source>
        <translation>其他命名空间中的策略会被服务网格忽略。</translation>
    </message>
    <message>
        <source>Change namespace of policy %1</source>
        <translation>修改策略 %1 的命名空间</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API 版本</translation>
    </message>
    <message>
        <source>The version of the resource&apos;s format. Both say the same; v1beta1 is what clusters serve by default.</source>
        <translation>资源格式的版本。两者含义相同；集群默认提供 v1beta1。</translation>
    </message>
    <message>
        <source>It changes no traffic. A cluster that does not serve the version refuses the resource.</source>
        <translation>它不影响流量。不提供该版本的集群会拒绝该资源。</translation>
    </message>
    <message>
        <source>Change API version of policy %1</source>
        <translation>修改策略 %1 的 API 版本</translation>
    </message>
    <message>
        <source>Rule name</source>
        <translation>规则名称</translation>
    </message>
    <message>
        <source>A name for people. A rule without one is shown as its namespace and first host.</source>
        <translation>供人阅读的名称。没有名称的规则显示为其命名空间和第一个主机。</translation>
    </message>
    <message>
        <source>It changes no traffic.</source>
        <translation>它不影响流量。</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Rename rule %1</source>
        <translation>重命名规则 %1</translation>
    </message>
    <message>
        <source>Destinations of the rule</source>
        <translation>规则的目标</translation>
    </message>
    <message>
        <source>What the sources of the rule may reach. Panels 2 to 4 show the one that is selected here.</source>
        <translation>规则的来源可以访问的内容。面板 2 至 4 显示此处选中的目标。</translation>
    </message>
    <message>
        <source>Every source of the rule may reach every destination of it.</source>
        <translation>规则的每个来源都可以访问它的每个目标。</translation>
    </message>
    <message>
        <source>Change destinations of rule %1</source>
        <translation>修改规则 %1 的目标</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>The workloads that the rule speaks of: each entry is a namespace and, perhaps, labels.</source>
        <translation>规则所针对的工作负载：每一项是一个命名空间，可附带标签。</translation>
    </message>
    <message>
        <source>Whatever is in no rule stays blocked where the mesh allows registered hosts only (REGISTRY_ONLY).</source>
        <translation>当网格只放行已注册的主机 (REGISTRY_ONLY) 时，没有规则提及的流量仍被阻止。</translation>
    </message>
    <message>
        <source>Change sources of rule %1</source>
        <translation>修改规则 %1 的来源</translation>
    </message>
    <message>
        <source>The namespace of the workloads that may leave the mesh: lower-case letters, digits and hyphens.</source>
        <translation>允许离开网格的工作负载所在的命名空间：小写字母、数字和连字符。</translation>
    </message>
    <message>
        <source>The sidecars of this namespace get the route, and the gateway lets only certificates of this namespace through to the hosts.</source>
        <translation>此命名空间的 Sidecar 得到路由，网关只让此命名空间的证书通往这些主机。</translation>
    </message>
    <message>
        <source>for example mytest</source>
        <translation>例如 mytest</translation>
    </message>
    <message>
        <source>Change source namespace %1</source>
        <translation>修改来源命名空间 %1</translation>
    </message>
    <message>
        <source>Workload labels</source>
        <translation>工作负载标签</translation>
    </message>
    <message>
        <source>Labels that a pod must carry, all of them. Without any, every workload of the namespace is meant.</source>
        <translation>Pod 必须全部具有的标签。不填表示该命名空间的所有工作负载。</translation>
    </message>
    <message>
        <source>The workload&apos;s own sidecar enforces the labels. The gateway cannot see them: it sees the namespace of the certificate, so a workload of this namespace that speaks to the gateway directly is not stopped by its labels.</source>
        <translation>标签由工作负载自己的 Sidecar 执行。网关看不到标签，只看到证书中的命名空间，因此直接与网关通信的该命名空间工作负载不受标签限制。</translation>
    </message>
    <message>
        <source>Change workload labels of %1</source>
        <translation>修改 %1 的工作负载标签</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>DNS names of external services, 1 to 50 in one destination; no addresses, URLs or ports. Several lines pasted here become several hosts. A wildcard such as *.example.org needs a representative in the Mesh document.</source>
        <translation>外部服务的 DNS 名称，每个目标 1 到 50 个；不能是地址、URL 或端口。粘贴多行会成为多个主机。*.example.org 这样的通配符需要在 Mesh 文档中指定代表主机。</translation>
    </message>
    <message>
        <source>Exactly these names can be reached. As an ASM resource all hosts of one destination have to resolve to the same addresses; the Istio objects lift that, except for TCP.</source>
        <translation>只能访问这些名称。作为 ASM 资源时，一个目标的所有主机必须解析到相同的地址；Istio 对象没有此限制，TCP 除外。</translation>
    </message>
    <message>
        <source>Change hosts of %1</source>
        <translation>修改 %1 的主机</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A name for people, shown in lists.</source>
        <translation>供人阅读的名称，显示在列表中。</translation>
    </message>
    <message>
        <source>Rename destination %1</source>
        <translation>重命名目标 %1</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>What the application itself speaks. HTTP, HTTP2 and GRPC are told apart by their host header, HTTPS and TLS by the server name of the handshake, TCP, MONGO, REDIS and MYSQL by address and port alone.</source>
        <translation>应用自身使用的协议。HTTP、HTTP2 和 GRPC 按 Host 头区分，HTTPS 和 TLS 按握手中的服务器名区分，TCP、MONGO、REDIS 和 MYSQL 只按地址和端口区分。</translation>
    </message>
    <message>
        <source>It decides how the sidecar recognises the traffic. WebSockets need HTTP: they cannot use HTTP2 or GRPC. HTTPS is passed through untouched, so the host sees the application&apos;s own TLS.</source>
        <translation>它决定 Sidecar 如何识别流量。WebSocket 需要 HTTP，不能使用 HTTP2 或 GRPC。HTTPS 原样直通，主机看到的是应用自身的 TLS。</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Change protocol of %1</source>
        <translation>修改 %1 的协议</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>The port that the application dials, 1 to 65535: 80 for http://host, 443 for https://host.</source>
        <translation>应用访问的端口，1 到 65535：http://host 为 80，https://host 为 443。</translation>
    </message>
    <message>
        <source>Only requests to this port are allowed; other ports of the host stay blocked.</source>
        <translation>只放行到此端口的请求；该主机的其他端口仍被阻止。</translation>
    </message>
    <message>
        <source>Change port of %1</source>
        <translation>修改 %1 的端口</translation>
    </message>
    <message>
        <source>Target port</source>
        <translation>目标端口</translation>
    </message>
    <message>
        <source>The port that the gateway dials at the host, where it differs from the application&apos;s.</source>
        <translation>网关访问主机时使用的端口，当它与应用的端口不同时填写。</translation>
    </message>
    <message>
        <source>The application keeps dialling its own port; the gateway translates.</source>
        <translation>应用仍访问自己的端口，由网关转换。</translation>
    </message>
    <message>
        <source>Change target port of %1</source>
        <translation>修改 %1 的目标端口</translation>
    </message>
    <message>
        <source>Port name</source>
        <translation>端口名称</translation>
    </message>
    <message>
        <source>A name for the port: lower-case letters, digits and hyphens.</source>
        <translation>端口的名称：小写字母、数字和连字符。</translation>
    </message>
    <message>
        <source>Rename port of %1</source>
        <translation>重命名 %1 的端口</translation>
    </message>
    <message>
        <source>HTTPS upgrade at the gateway</source>
        <translation>在网关升级为 HTTPS</translation>
    </message>
    <message>
        <source>The application speaks plain HTTP, and the gateway speaks TLS to the host. For HTTP, HTTP2 and GRPC only.</source>
        <translation>应用使用明文 HTTP，网关以 TLS 访问主机。仅适用于 HTTP、HTTP2 和 GRPC。</translation>
    </message>
    <message>
        <source>The gateway verifies the host&apos;s certificate: a wrong one gives the application status 503. The application&apos;s own HTTPS to the host on the upgrade port is allowed as well.</source>
        <translation>网关会验证主机的证书：证书不对时应用得到状态码 503。应用自身到该主机升级端口的 HTTPS 也会被放行。</translation>
    </message>
    <message>
        <source>Change HTTPS upgrade of %1</source>
        <translation>修改 %1 的 HTTPS 升级</translation>
    </message>
    <message>
        <source>Upgrade port</source>
        <translation>升级端口</translation>
    </message>
    <message>
        <source>The port of the host that the gateway speaks TLS to.</source>
        <translation>网关以 TLS 访问的主机端口。</translation>
    </message>
    <message>
        <source>Where nothing is written it is 443.</source>
        <translation>未填写时为 443。</translation>
    </message>
    <message>
        <source>Change upgrade port of %1</source>
        <translation>修改 %1 的升级端口</translation>
    </message>
    <message>
        <source>Policy&apos;s gateway</source>
        <translation>策略的网关</translation>
    </message>
    <message>
        <source>The egress gateway that all rules of this policy use, unless a destination names another one.</source>
        <translation>此策略的所有规则使用的出口网关，除非目标另行指定。</translation>
    </message>
    <message>
        <source>All traffic of the policy leaves the mesh through this gateway and nowhere else.</source>
        <translation>该策略的全部流量只经由此网关离开网格。</translation>
    </message>
    <message>
        <source>for example egressgateway-a</source>
        <translation>例如 egressgateway-a</translation>
    </message>
    <message>
        <source>Change gateway of policy %1</source>
        <translation>修改策略 %1 的网关</translation>
    </message>
    <message>
        <source>Other gateway</source>
        <translation>其他网关</translation>
    </message>
    <message>
        <source>A gateway for this destination alone, instead of the policy&apos;s.</source>
        <translation>仅用于此目标的网关，代替策略的网关。</translation>
    </message>
    <message>
        <source>Traffic to these hosts leaves through that gateway.</source>
        <translation>到这些主机的流量经由该网关离开。</translation>
    </message>
    <message>
        <source>the policy&apos;s</source>
        <translation>策略的网关</translation>
    </message>
    <message>
        <source>Change gateway of %1</source>
        <translation>修改 %1 的网关</translation>
    </message>
    <message>
        <source>Gateway port</source>
        <translation>网关端口</translation>
    </message>
    <message>
        <source>The port of the gateway that sidecars use, always with mutual TLS. Where nothing is written, a port of the gateway that suits the protocol is chosen and shown here.</source>
        <translation>Sidecar 使用的网关端口，始终采用双向 TLS。未填写时，会选择一个适合该协议的网关端口并显示在此处。</translation>
    </message>
    <message>
        <source>It has to be a port of the gateway&apos;s Service. Any number of hosts and protocols can share one.</source>
        <translation>必须是网关 Service 的端口。任意数量的主机和协议可以共用一个端口。</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Change gateway port of %1</source>
        <translation>修改 %1 的网关端口</translation>
    </message>
    <message>
        <source>Allocated by ASM</source>
        <translation>由 ASM 分配</translation>
    </message>
    <message>
        <source>Gateway ports that the service mesh has allocated itself, as the status of the resource reports them. They are never written.</source>
        <translation>服务网格自行分配的网关端口，取自资源的 status。它们从不被写入。</translation>
    </message>
    <message>
        <source>ASM allocates ports for a rule when none of its destinations says byEgressGateway.</source>
        <translation>当规则的所有目标都没有 byEgressGateway 时，ASM 会为其分配端口。</translation>
    </message>
</context>
<context>
    <name>FindingCode</name>
    <message>
        <source>The text is not YAML</source>
        <translation>文本不是 YAML</translation>
    </message>
    <message>
        <source>The document cannot be read from the marked place on. The other documents of the file are read and compiled as usual.

While you type, the form keeps the last state that could be read and is read-only until the text is whole again.</source>
        <translation>从标出的位置起无法读取文档。文件中的其他文档照常读取和编译。

输入期间，表单保持上一次可读取的状态并为只读，直到文本恢复完整。</translation>
    </message>
    <message>
        <source>A map has the same key twice</source>
        <translation>映射中有重复的键</translation>
    </message>
    <message>
        <source>YAML readers disagree about which of two equal keys counts, so Kubernetes tools refuse them and so does Sallyport. Remove one of the two.</source>
        <translation>YAML 读取器对两个相同的键以哪个为准并不一致，因此 Kubernetes 工具拒绝它们，Sallyport 也一样。请删除其中一个。</translation>
    </message>
    <message>
        <source>The text passes a limit of size or depth</source>
        <translation>文本超出大小或深度限制</translation>
    </message>
    <message>
        <source>Files are read up to 64 MiB, blocks and flow collections up to 100 levels deep, and a single flow collection or text up to 4 MiB. The limits keep a hostile file from taking all memory.

Split the file, or write large collections in block style.</source>
        <translation>文件最大 64 MiB，块和流式集合最深 100 层，单个流式集合或文本最大 4 MiB。这些限制防止恶意文件耗尽内存。

请拆分文件，或以块样式书写大型集合。</translation>
    </message>
    <message>
        <source>The text is not UTF-8</source>
        <translation>文本不是 UTF-8</translation>
    </message>
    <message>
        <source>Only UTF-8 without NUL characters is read; Kubernetes takes nothing else. Convert the file to UTF-8.</source>
        <translation>只读取不含 NUL 字符的 UTF-8；Kubernetes 也只接受它。请将文件转换为 UTF-8。</translation>
    </message>
    <message>
        <source>The document uses anchors, aliases or merge keys</source>
        <translation>文档使用了锚点、别名或合并键</translation>
    </message>
    <message>
        <source>It is read and compiled as Kubernetes reads it. The form cannot change it, because one edit would change every place that an anchor is used in: edit the text instead.</source>
        <translation>按照 Kubernetes 的方式读取和编译。表单不能修改它，因为一处修改会影响所有使用该锚点的地方：请改为编辑文本。</translation>
    </message>
    <message>
        <source>A value has the wrong type</source>
        <translation>值的类型不对</translation>
    </message>
    <message>
        <source>Kubernetes would refuse the object. YAML 1.1 reads some words as other types: yes, no, on and off are booleans, 1.30 is a number, 0x10 is 16. Put quotes around a text that YAML would take for something else.</source>
        <translation>Kubernetes 会拒绝该对象。YAML 1.1 会把一些词读作其他类型：yes、no、on 和 off 是布尔值，1.30 是数字，0x10 是 16。请给会被误读的文本加引号。</translation>
    </message>
    <message>
        <source>A required key is missing</source>
        <translation>缺少必需的键</translation>
    </message>
    <message>
        <source>Kubernetes would refuse the object without it. The part of the policy around the missing key is left out of the output; the rest is compiled.</source>
        <translation>缺少它 Kubernetes 会拒绝该对象。策略中与缺失的键相关的部分不进入输出；其余部分照常编译。</translation>
    </message>
    <message>
        <source>The apiVersion of this kind is not known</source>
        <translation>未知的 apiVersion</translation>
    </message>
    <message>
        <source>Sallyport reads ASMEgressTrafficPolicy as istio.alibabacloud.com/v1 and v1beta1, AuthorizationPolicy as security.istio.io/v1 and v1beta1, and Mesh and Expectations as sallyport.dev/v1alpha1.

The document is read as if it had a known version, so that the other findings can be trusted.</source>
        <translation>Sallyport 读取 istio.alibabacloud.com/v1 和 v1beta1 的 ASMEgressTrafficPolicy，security.istio.io/v1 和 v1beta1 的 AuthorizationPolicy，以及 sallyport.dev/v1alpha1 的 Mesh 和 Expectations。

该文档按已知版本读取，因此其他问题是可信的。</translation>
    </message>
    <message>
        <source>metadata.name is missing or no valid name</source>
        <translation>metadata.name 缺失或无效</translation>
    </message>
    <message>
        <source>A name on a cluster has up to 253 lower-case letters, digits, dots and hyphens, and starts and ends with a letter or digit.</source>
        <translation>集群上的名称最多 253 个小写字母、数字、点和连字符，以字母或数字开头和结尾。</translation>
    </message>
    <message>
        <source>A value of the Mesh cannot be right</source>
        <translation>Mesh 的某个值不可能正确</translation>
    </message>
    <message>
        <source>The Mesh states facts about the mesh that no policy carries. Where a fact cannot be right, the default counts in its place.</source>
        <translation>Mesh 说明策略无法承载的网格事实。事实不可能正确时，以默认值代替。</translation>
    </message>
    <message>
        <source>The workspace has more than one Mesh</source>
        <translation>工作区有多个 Mesh</translation>
    </message>
    <message>
        <source>A workspace describes one mesh. The first Mesh counts, the others are not used. Move what you need into the first and remove the others.</source>
        <translation>一个工作区描述一个网格。以第一个 Mesh 为准，其他的不使用。请将需要的内容移到第一个，并删除其他的。</translation>
    </message>
    <message>
        <source>A value of an expectation cannot be right</source>
        <translation>预期的某个值不可能正确</translation>
    </message>
    <message>
        <source>The case is not evaluated. A request has either a url that starts with http:// or https://, or tcp with host:port; a verdict is allowed, blocked or any.</source>
        <translation>该用例不会被评估。请求要么有以 http:// 或 https:// 开头的 url，要么有 host:port 形式的 tcp；结论为 allowed、blocked 或 any。</translation>
    </message>
    <message>
        <source>Istio would refuse the AuthorizationPolicy</source>
        <translation>Istio 会拒绝该 AuthorizationPolicy</translation>
    </message>
    <message>
        <source>Istio&apos;s own admission check, or the proxy, does not take what stands there. The policy is not part of the output until it is right.</source>
        <translation>Istio 的准入检查或代理不接受该内容。更正之前，该策略不进入输出。</translation>
    </message>
    <message>
        <source>An entry of the suppress annotation has no effect</source>
        <translation>suppress 注解中的某项不起作用</translation>
    </message>
    <message>
        <source>The annotation sallyport.dev/suppress holds entries of the form code=reason, separated by semicolons. The code must exist, must not be an error, and must have a reason: who reads the policy later wants to know why a warning does not count.</source>
        <translation>注解 sallyport.dev/suppress 由分号分隔的 code=reason 组成。代码必须存在、不能是错误，并且必须有理由：以后阅读策略的人需要知道为何忽略该警告。</translation>
    </message>
    <message>
        <source>The field is not known</source>
        <translation>未知的字段</translation>
    </message>
    <message>
        <source>The field is kept as it is but means nothing to Sallyport, and a cluster drops it. Often it is a spelling mistake; then the rename is offered.

Where the misspelt field is a required one, the finding is an error, since the part around it cannot be compiled.</source>
        <translation>该字段会原样保留，但对 Sallyport 没有意义，集群也会丢弃它。往往是拼写错误；此时会提供重命名。

如果拼错的是必需字段，则该问题为错误，因为相关部分无法编译。</translation>
    </message>
    <message>
        <source>The policy is not in namespace istio-egress</source>
        <translation>策略不在命名空间 istio-egress 中</translation>
    </message>
    <message>
        <source>ASM reads egress traffic policies from namespace istio-egress only. Elsewhere the policy would be accepted and do nothing.</source>
        <translation>ASM 只读取命名空间 istio-egress 中的出口流量策略。在其他地方，策略会被接受但不起作用。</translation>
    </message>
    <message>
        <source>The policy is not named egress-by-&lt;gateway&gt;</source>
        <translation>策略未命名为 egress-by-&lt;gateway&gt;</translation>
    </message>
    <message>
        <source>By convention there is one policy per egress gateway, and its name says which. ASM&apos;s console lists policies by that name.</source>
        <translation>按惯例每个出口网关有一个策略，并以网关命名。ASM 控制台按该名称列出策略。</translation>
    </message>
    <message>
        <source>Two policies have the same namespace and name</source>
        <translation>两个策略的命名空间和名称相同</translation>
    </message>
    <message>
        <source>On a cluster the second one written would replace the first. Rename one, or move its rules into the other.</source>
        <translation>在集群上，后写入的会替换先写入的。请重命名其中一个，或将其规则移到另一个。</translation>
    </message>
    <message>
        <source>The policy names no egress gateway</source>
        <translation>策略没有指定出口网关</translation>
    </message>
    <message>
        <source>spec.byEgressGateway.name says through which gateway allowed traffic leaves. Destinations that name a gateway of their own are still compiled.</source>
        <translation>spec.byEgressGateway.name 说明放行的流量经由哪个网关离开。自行指定网关的目标仍会编译。</translation>
    </message>
    <message>
        <source>The gateway&apos;s name is no DNS label of up to 50 characters</source>
        <translation>网关名称不是 50 个字符以内的 DNS 标签</translation>
    </message>
    <message>
        <source>Names of generated objects are built from the gateway&apos;s name and must stay within 63 characters, so a gateway&apos;s name has up to 50 lower-case letters, digits and hyphens.</source>
        <translation>生成对象的名称由网关名称构成，且不得超过 63 个字符，因此网关名称最多 50 个小写字母、数字和连字符。</translation>
    </message>
    <message>
        <source>Two gateways can select the same pod</source>
        <translation>两个网关可能选中同一个 Pod</translation>
    </message>
    <message>
        <source>Istio merges all Gateway objects whose selectors match a pod. Two gateways on one pod would mix their servers, and a rule for one would open the other. Give their pods a label with different values.</source>
        <translation>Istio 会合并选择器匹配同一 Pod 的所有 Gateway 对象。同一 Pod 上的两个网关会混合各自的服务器，一个的规则会放行另一个。请给它们的 Pod 设置取值不同的标签。</translation>
    </message>
    <message>
        <source>The Mesh does not list this gateway</source>
        <translation>Mesh 没有列出此网关</translation>
    </message>
    <message>
        <source>The gateway is assumed to be in namespace istio-system with the label istio: &lt;name&gt; and the ports 80, 443 and 444. Add it to the Mesh with its facts, or correct the name.</source>
        <translation>假定该网关在命名空间 istio-system 中，标签为 istio: &lt;name&gt;，端口为 80、443 和 444。请将它及其事实加入 Mesh，或更正名称。</translation>
    </message>
    <message>
        <source>The policy has no rules</source>
        <translation>策略没有规则</translation>
    </message>
    <message>
        <source>A policy needs at least one rule under spec.egressRules; the custom resource is refused without.</source>
        <translation>策略在 spec.egressRules 下至少需要一条规则；没有规则的自定义资源会被拒绝。</translation>
    </message>
    <message>
        <source>The rule has no source</source>
        <translation>规则没有来源</translation>
    </message>
    <message>
        <source>A rule says which workloads it allows: at least one entry under from, with a namespace.</source>
        <translation>规则说明放行哪些工作负载：from 下至少一项，带命名空间。</translation>
    </message>
    <message>
        <source>The rule has no destination</source>
        <translation>规则没有目标</translation>
    </message>
    <message>
        <source>A rule says which hosts it allows: at least one entry under to, with hosts and a port.</source>
        <translation>规则说明放行哪些主机：to 下至少一项，带主机和端口。</translation>
    </message>
    <message>
        <source>The source&apos;s namespace is missing or no DNS label</source>
        <translation>来源的命名空间缺失或不是 DNS 标签</translation>
    </message>
    <message>
        <source>A namespace has up to 63 lower-case letters, digits and hyphens, and starts and ends with a letter or digit.</source>
        <translation>命名空间最多 63 个小写字母、数字和连字符，以字母或数字开头和结尾。</translation>
    </message>
    <message>
        <source>A workload label is not valid</source>
        <translation>工作负载标签无效</translation>
    </message>
    <message>
        <source>Keys have up to 63 letters, digits, hyphens, underscores and dots, perhaps after a DNS name and a slash; values the same, or nothing. No pod could have such a label, so the rule would allow no one.</source>
        <translation>键最多 63 个字母、数字、连字符、下划线和点，前面可有 DNS 名称和斜杠；值同样，或为空。没有 Pod 能具有这样的标签，因此规则不会放行任何工作负载。</translation>
    </message>
    <message>
        <source>The source is in the namespace of a gateway</source>
        <translation>来源在网关的命名空间中</translation>
    </message>
    <message>
        <source>For Istio, a host gets one ServiceEntry in the client&apos;s namespace and one in the gateway&apos;s. In one namespace they would share their endpoints, and what should be blocked would leave directly. Move the workload, or the gateway, to another namespace.</source>
        <translation>对 Istio 而言，一个主机在客户端命名空间和网关命名空间各有一个 ServiceEntry。若在同一命名空间，它们会共享端点，本应阻止的流量会直接离开。请将工作负载或网关移到其他命名空间。</translation>
    </message>
    <message>
        <source>Two rules send the same traffic through different gateways</source>
        <translation>两条规则将相同的流量送往不同的网关</translation>
    </message>
    <message>
        <source>Some workload is selected by both. The rule with more labels wins, then the earlier one. Make the selectors disjoint if that is not what you mean.</source>
        <translation>某个工作负载同时被两者选中。标签更多的规则优先，其次是靠前的规则。如果这不是您的意图，请使选择器互不相交。</translation>
    </message>
    <message>
        <source>Another rule already allows all of this</source>
        <translation>另一条规则已放行这些内容</translation>
    </message>
    <message>
        <source>Removing the rule would change nothing now. It may be meant for later, or be left over.</source>
        <translation>移除该规则目前不会有任何变化。它可能是为以后准备的，也可能是遗留的。</translation>
    </message>
    <message>
        <source>The host is no DNS name</source>
        <translation>主机不是 DNS 名称</translation>
    </message>
    <message>
        <source>A host is a DNS name of up to 253 characters, each part of up to 63 letters, digits and hyphens, perhaps with *. in front: no scheme, port or path. Names in other scripts are written in their ASCII form (xn--).</source>
        <translation>主机是最多 253 个字符的 DNS 名称，每段最多 63 个字母、数字和连字符，前面可有 *.；不含协议、端口或路径。其他文字的名称用 ASCII 形式 (xn--) 书写。</translation>
    </message>
    <message>
        <source>A destination needs 1 to 50 hosts</source>
        <translation>目标需要 1 到 50 个主机</translation>
    </message>
    <message>
        <source>The custom resource takes between 1 and 50 hosts per destination. Split a longer list into several destinations.</source>
        <translation>自定义资源的每个目标接受 1 到 50 个主机。请将更长的列表拆分为多个目标。</translation>
    </message>
    <message>
        <source>The host is listed twice</source>
        <translation>主机重复列出</translation>
    </message>
    <message>
        <source>Upper and lower case and a trailing dot make no difference. The second entry has no effect.</source>
        <translation>大小写和末尾的点不产生区别。第二项不起作用。</translation>
    </message>
    <message>
        <source>The host&apos;s name inside the mesh would be too long</source>
        <translation>主机在网格内的名称过长</translation>
    </message>
    <message>
        <source>Between sidecar and gateway a TLS or TCP destination goes by a name made of port, host and client namespace. It must not pass 253 characters, which is what DNS and certificates take.</source>
        <translation>在 Sidecar 与网关之间，TLS 或 TCP 目标以端口、主机和客户端命名空间组成的名称表示，不得超过 253 个字符，这是 DNS 和证书的上限。</translation>
    </message>
    <message>
        <source>The host has no dot</source>
        <translation>主机没有点</translation>
    </message>
    <message>
        <source>Istio takes a name without a dot for a service of the namespace itself: app becomes app.&lt;namespace&gt;.svc.cluster.local. Write the full DNS name.</source>
        <translation>Istio 会将没有点的名称当作该命名空间自己的服务：app 会变成 app.&lt;namespace&gt;.svc.cluster.local。请写完整的 DNS 名称。</translation>
    </message>
    <message>
        <source>An address stands where a name is needed</source>
        <translation>需要名称的地方写了地址</translation>
    </message>
    <message>
        <source>Hosts are names: HTTP and TLS are told apart by them. For TCP the address belongs into the Mesh, beside a name that you choose; the rule then speaks of the name.</source>
        <translation>主机是名称：HTTP 和 TLS 由名称区分。对于 TCP，地址应写入 Mesh，与您选择的名称放在一起；规则再引用该名称。</translation>
    </message>
    <message>
        <source>The gateway cannot look up a wildcard</source>
        <translation>网关无法解析通配符</translation>
    </message>
    <message>
        <source>A gateway needs an address for what it connects to, and a wildcard has none. Either name a representative in the Mesh, a host whose addresses serve all of them; or list the hosts one by one; or use the ASM target, which has its own way.</source>
        <translation>网关需要连接对象的地址，而通配符没有地址。可在 Mesh 中指定代表主机（其地址为它们全部提供服务）；或逐一列出主机；或使用 ASM 作为产出目标，它有自己的办法。</translation>
    </message>
    <message>
        <source>In ASM the hosts of one entry must share their addresses</source>
        <translation>在 ASM 中，同一项的主机必须共享地址</translation>
    </message>
    <message>
        <source>ASM resolves one of them for all. Hosts that live elsewhere need a destination of their own. The Istio target has this limit only for TCP.</source>
        <translation>ASM 只为全部主机解析其中一个。位于别处的主机需要单独的目标。Istio 产出目标只对 TCP 有此限制。</translation>
    </message>
    <message>
        <source>A port is not between 1 and 65535</source>
        <translation>端口不在 1 到 65535 之间</translation>
    </message>
    <message>
        <source>Ports of destinations, the application&apos;s as well as the one that the gateway dials, are numbers from 1 to 65535.</source>
        <translation>目标的端口，无论是应用的还是网关访问的，都是 1 到 65535 的数字。</translation>
    </message>
    <message>
        <source>The port&apos;s name is no DNS label</source>
        <translation>端口名称不是 DNS 标签</translation>
    </message>
    <message>
        <source>A port&apos;s name has up to 63 lower-case letters, digits and hyphens. It may be left out.</source>
        <translation>端口名称最多 63 个小写字母、数字和连字符。可以省略。</translation>
    </message>
    <message>
        <source>The protocol is not known</source>
        <translation>未知的协议</translation>
    </message>
    <message>
        <source>Protocols are HTTP, HTTP2, GRPC (told apart by the Host header), HTTPS, TLS (by the server name of the handshake), TCP, MONGO, REDIS and MYSQL (by address and port alone).</source>
        <translation>协议有 HTTP、HTTP2、GRPC（按 Host 头区分），HTTPS、TLS（按握手中的服务器名区分），以及 TCP、MONGO、REDIS 和 MYSQL（按地址和端口区分）。</translation>
    </message>
    <message>
        <source>One port of a host has two classes of protocol</source>
        <translation>同一主机端口有两类协议</translation>
    </message>
    <message>
        <source>For the workloads of one namespace a port of a host is HTTP, or TLS, or TCP: a sidecar listens in one way only. Neither of the two rules is compiled.</source>
        <translation>对一个命名空间的工作负载而言，主机的一个端口只能是 HTTP、TLS 或 TCP 之一：Sidecar 只以一种方式监听。两条规则都不编译。</translation>
    </message>
    <message>
        <source>HTTP is mixed with HTTP2 or GRPC on one port of a host</source>
        <translation>同一主机端口混用 HTTP 与 HTTP2 或 GRPC</translation>
    </message>
    <message>
        <source>A port of a ServiceEntry has one protocol, in the client&apos;s namespace as well as in the gateway&apos;s. Give all rules for this host and port the same one.</source>
        <translation>ServiceEntry 的一个端口只有一种协议，在客户端命名空间和网关命名空间都是如此。请让该主机和端口的所有规则使用相同协议。</translation>
    </message>
    <message>
        <source>The host lies in the mesh&apos;s own name space</source>
        <translation>主机位于网格自身的名称空间</translation>
    </message>
    <message>
        <source>Names at and below egress.internal are what sidecars and gateways call each other by. A rule for such a host could be mistaken for another rule&apos;s door.</source>
        <translation>egress.internal 及其下的名称是 Sidecar 与网关相互称呼所用。针对此类主机的规则可能被误认为另一规则的入口。</translation>
    </message>
    <message>
        <source>A port of a host has two target ports</source>
        <translation>主机的同一端口有两个目标端口</translation>
    </message>
    <message>
        <source>The gateway dials one port per host and port. Two rules that say different target ports cannot both hold.</source>
        <translation>网关对每个主机和端口只访问一个端口。目标端口不同的两条规则不能同时成立。</translation>
    </message>
    <message>
        <source>The gateway port is not between 1 and 65535</source>
        <translation>网关端口不在 1 到 65535 之间</translation>
    </message>
    <message>
        <source>Leave the port out to have one chosen.</source>
        <translation>省略端口即可自动选择。</translation>
    </message>
    <message>
        <source>The gateway&apos;s Service has no such port</source>
        <translation>网关的 Service 没有此端口</translation>
    </message>
    <message>
        <source>Traffic between sidecar and gateway goes through the gateway&apos;s Service. When the Mesh lists the ports of the gateway, this is an error, else a warning.</source>
        <translation>Sidecar 与网关之间的流量经过网关的 Service。Mesh 列出了网关端口时，这是错误，否则是警告。</translation>
    </message>
    <message>
        <source>Another Gateway serves plaintext on this port</source>
        <translation>另一个 Gateway 在此端口提供明文服务</translation>
    </message>
    <message>
        <source>A port of a gateway either speaks mutual TLS or it does not. Choose another port, or remove the other Gateway.</source>
        <translation>网关的一个端口要么使用双向 TLS，要么不使用。请选择其他端口，或移除另一个 Gateway。</translation>
    </message>
    <message>
        <source>Two HTTP ports of a host share a gateway port</source>
        <translation>同一主机的两个 HTTP 端口共用网关端口</translation>
    </message>
    <message>
        <source>At the gateway an HTTP request is known by its Host header alone; through one gateway port, requests for two ports of a host cannot be told apart. Give one of them another gateway port.</source>
        <translation>在网关，HTTP 请求只由 Host 头识别；经由同一网关端口，无法区分发往同一主机两个端口的请求。请为其中一个使用其他网关端口。</translation>
    </message>
    <message>
        <source>A TCP host has no address in the mesh</source>
        <translation>TCP 主机在网格中没有地址</translation>
    </message>
    <message>
        <source>TCP is told apart by address and port alone. Without an address for the host, and without DNS capture, the sidecar sends everything on that port to this host. A second such host on the same port is an error. Name the addresses in the Mesh.</source>
        <translation>TCP 只按地址和端口区分。没有主机地址且未启用 DNS 捕获时，Sidecar 会把该端口的全部流量发往此主机。同一端口的第二个此类主机是错误。请在 Mesh 中给出地址。</translation>
    </message>
    <message>
        <source>HTTPS upgrade needs an HTTP protocol</source>
        <translation>HTTPS 升级需要 HTTP 类协议</translation>
    </message>
    <message>
        <source>With httpsUpgrade the application speaks plain HTTP and the gateway adds TLS. What the application encrypts itself, or what is no HTTP, cannot be upgraded.</source>
        <translation>使用 httpsUpgrade 时，应用使用明文 HTTP，由网关加上 TLS。应用自行加密的内容，或不是 HTTP 的内容，无法升级。</translation>
    </message>
    <message>
        <source>The upgrade port is not between 1 and 65535</source>
        <translation>升级端口不在 1 到 65535 之间</translation>
    </message>
    <message>
        <source>It is the port at the host where the gateway speaks HTTPS; 443 when it is left out or 0.</source>
        <translation>它是网关以 HTTPS 访问的主机端口；省略或为 0 时为 443。</translation>
    </message>
    <message>
        <source>One destination is both upgraded and not</source>
        <translation>同一目标既升级又不升级</translation>
    </message>
    <message>
        <source>Behind one gateway port, a port of a host is either upgraded, to one port, or not. Neither of the two rules is compiled.</source>
        <translation>在同一网关端口后，主机的一个端口要么升级（到一个端口），要么不升级。两条规则都不编译。</translation>
    </message>
    <message>
        <source>The application&apos;s own HTTPS is not opened here</source>
        <translation>此处未放行应用自身的 HTTPS</translation>
    </message>
    <message>
        <source>An upgrade also lets the application&apos;s own HTTPS through on the upgrade port. Here another rule uses that port with another kind of protocol, and the explicit rule wins.</source>
        <translation>升级也会放行应用自身到升级端口的 HTTPS。此处另一规则以其他类协议使用该端口，以明确的规则为准。</translation>
    </message>
    <message>
        <source>The gateway trusts certificates that clients claim to have</source>
        <translation>网关信任客户端自称的证书</translation>
    </message>
    <message>
        <source>The gate in front of every host reads the client&apos;s certificate from a header that the gateway itself writes. With forwardClientCertDetails changed, a client could write it. Undo that setting of the gateway.</source>
        <translation>每个主机前的检查关卡从网关自己写入的请求头中读取客户端证书。修改 forwardClientCertDetails 后，客户端可以自行写入它。请撤销网关的该设置。</translation>
    </message>
    <message>
        <source>The Service&apos;s target port differs from the Mesh&apos;s</source>
        <translation>Service 的目标端口与 Mesh 不符</translation>
    </message>
    <message>
        <source>AuthorizationPolicies see the target port. Correct the Mesh, or import it from the cluster again.</source>
        <translation>AuthorizationPolicy 看到的是目标端口。请更正 Mesh，或重新从集群导入。</translation>
    </message>
    <message>
        <source>A denied client may see the server&apos;s first bytes</source>
        <translation>被拒绝的客户端可能看到服务器的首批字节</translation>
    </message>
    <message>
        <source>The gateway connects to a TCP host before it judges the client. With protocols where the server speaks first, such as MySQL, a client of another namespace that addresses the gateway itself may receive the greeting. It can send nothing.</source>
        <translation>网关在判断客户端之前就连接 TCP 主机。对于服务器先发言的协议（如 MySQL），直接访问网关的其他命名空间的客户端可能收到问候信息。但它无法发送任何内容。</translation>
    </message>
    <message>
        <source>The upgrade also opens the application&apos;s own HTTPS</source>
        <translation>升级也会放行应用自身的 HTTPS</translation>
    </message>
    <message>
        <source>The vendor promises that with an HTTPS upgrade the application&apos;s own HTTPS to the host is carried as well, on the upgrade port. It is passed through untouched, so rules about methods and paths do not see into it.</source>
        <translation>厂商承诺启用 HTTPS 升级后，应用自身到该主机升级端口的 HTTPS 也会被承载。它原样直通，因此针对方法和路径的规则看不到其内容。</translation>
    </message>
    <message>
        <source>The mesh lets everything out</source>
        <translation>网格放行所有流量</translation>
    </message>
    <message>
        <source>With outboundTrafficPolicy ALLOW_ANY, sidecars pass on whatever no rule speaks of. Rules then steer traffic, but restrict almost nothing. Set REGISTRY_ONLY.</source>
        <translation>outboundTrafficPolicy 为 ALLOW_ANY 时，Sidecar 会放行没有规则提及的流量。规则只引导流量，几乎不起限制作用。请设置 REGISTRY_ONLY。</translation>
    </message>
    <message>
        <source>On TLS and TCP the rule denies everything</source>
        <translation>该规则会拒绝全部 TLS 和 TCP</translation>
    </message>
    <message>
        <source>Hosts, methods, paths and other parts of an HTTP request do not exist on a TLS or TCP connection. In a DENY or AUDIT rule Istio drops them there and keeps the rest, so the rule hits all TLS and TCP traffic of its sources through this gateway.

The fix adds a condition on the server name that keeps the rule off the TLS and TCP routes.</source>
        <translation>TLS 或 TCP 连接没有主机、方法、路径等 HTTP 请求的内容。对于 DENY 或 AUDIT 规则，Istio 在那里会去掉这些并保留其余部分，因此规则会命中其来源经过该网关的全部 TLS 和 TCP 流量。

修复会添加一个针对服务器名的条件，使规则避开 TLS 和 TCP 路由。</translation>
    </message>
    <message>
        <source>On TLS and TCP nothing is allowed any more</source>
        <translation>TLS 和 TCP 全部不再放行</translation>
    </message>
    <message>
        <source>Hosts, methods, paths and other parts of an HTTP request do not exist on a TLS or TCP connection. Istio leaves out an ALLOW rule that has them there; a policy left without rules allows nothing. Neither Istio nor its analyzers say so.

The fix adds a rule that leaves the TLS and TCP routes as open as they were.</source>
        <translation>TLS 或 TCP 连接没有主机、方法、路径等 HTTP 请求的内容。Istio 会忽略在那里含有这些内容的 ALLOW 规则；没有规则的策略不放行任何流量。Istio 及其分析工具都不会提示这一点。

修复会添加一条规则，使 TLS 和 TCP 路由保持原有的放行状态。</translation>
    </message>
    <message>
        <source>The rule does not match a Host header with a port</source>
        <translation>该规则不匹配带端口的 Host 头</translation>
    </message>
    <message>
        <source>Hosts are compared with the whole Host header: example.org does not match example.org:8080. The fix adds example.org:*.</source>
        <translation>主机与整个 Host 头比较：example.org 不匹配 example.org:8080。修复会添加 example.org:*。</translation>
    </message>
    <message>
        <source>The selector selects no known gateway</source>
        <translation>选择器没有选中已知的网关</translation>
    </message>
    <message>
        <source>The AuthorizationPolicy has no effect on the gateways of this workspace and is not part of the output. Correct the selector or the namespace, or add the gateway to the Mesh.</source>
        <translation>该 AuthorizationPolicy 对此工作区的网关不起作用，也不进入输出。请更正选择器或命名空间，或将网关加入 Mesh。</translation>
    </message>
    <message>
        <source>An object nears the size that a cluster takes</source>
        <translation>某个对象接近集群可接受的大小</translation>
    </message>
    <message>
        <source>etcd refuses objects over 1.5 MiB. Distribute the hosts over several gateways.</source>
        <translation>etcd 拒绝超过 1.5 MiB 的对象。请将主机分散到多个网关。</translation>
    </message>
    <message>
        <source>A document has more findings than are listed</source>
        <translation>文档的问题多于列出的数量</translation>
    </message>
    <message>
        <source>The first 10,000 findings of a document are listed, the others are counted; this one is as severe as the worst of those that are left out. All parts with errors stay out of the output, listed or not. Correct what is listed, then look again.</source>
        <translation>列出文档的前 10,000 个问题，其余只计数；此条的严重程度等同于未列出问题中最严重的。所有有错误的部分，无论是否列出，都不进入输出。请更正列出的问题后再查看。</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>all workloads</source>
        <translation>所有工作负载</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>the application&apos;s TLS</source>
        <translation>应用的 TLS</translation>
    </message>
    <message>
        <source>stream</source>
        <translation>流</translation>
    </message>
    <message>
        <source>From namespace %1 (%2): the application speaks %3 to its sidecar, mutual TLS leads to gateway %4 port %5, and from there %6 to %7 port %8.</source>
        <translation>来自命名空间 %1 (%2)：应用以 %3 访问其 Sidecar，经双向 TLS 到达网关 %4 的端口 %5，再以 %6 到达 %7 的端口 %8。</translation>
    </message>
    <message>
        <source>From namespace %1 (%2): the application speaks %3, and its sidecar lets it go straight to %4 port %5.</source>
        <translation>来自命名空间 %1（%2）：应用使用 %3，其 Sidecar 让它直接到达 %4 的端口 %5。</translation>
    </message>
</context>
<context>
    <name>HostChecks</name>
    <message>
        <source>%1 hosts are listed; a destination takes up to %2.</source>
        <translation>列出了 %1 个主机；一个目标最多 %2 个。</translation>
    </message>
    <message>
        <source>%1 is an address; a host is a DNS name. For TCP, the Mesh says which addresses a name has.</source>
        <translation>%1 是地址；主机应为 DNS 名称。对于 TCP，由 Mesh 说明名称对应的地址。</translation>
    </message>
    <message>
        <source>“%1” has no dot: it would be taken for a service in the client&apos;s own namespace. Write the full DNS name.</source>
        <translation>“%1”没有点：会被当作客户端自己命名空间中的服务。请写完整的 DNS 名称。</translation>
    </message>
    <message>
        <source>%1 is reserved: names at and below %2 are used between sidecars and gateways.</source>
        <translation>%1 是保留名称：%2 及其下的名称用于 Sidecar 与网关之间。</translation>
    </message>
    <message>
        <source>%1 is listed twice; entry %2 says the same.</source>
        <translation>%1 重复列出；第 %2 项与之相同。</translation>
    </message>
    <message>
        <source>Remove the second %1</source>
        <translation>移除第二个 %1</translation>
    </message>
    <message>
        <source>The host is empty. Write a DNS name.</source>
        <translation>主机为空。请填写 DNS 名称。</translation>
    </message>
    <message>
        <source>“%1” is a URL; only its host belongs here.</source>
        <translation>“%1”是 URL；此处只写其中的主机。</translation>
    </message>
    <message>
        <source>“%1” is no valid wildcard: “*.” may stand in front of a DNS name, nowhere else.</source>
        <translation>“%1”不是有效的通配符：“*.”只能位于 DNS 名称之前。</translation>
    </message>
    <message>
        <source>“%1” is no DNS name.</source>
        <translation>“%1”不是 DNS 名称。</translation>
    </message>
    <message>
        <source>Remove it: %1 is listed already</source>
        <translation>移除：%1 已列出</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
</context>
<context>
    <name>HttpTransport</name>
    <message>
        <source>The server did not answer in time.</source>
        <translation>服务器没有及时响应。</translation>
    </message>
    <message>
        <source>The request cannot be sent as HTTP.</source>
        <translation>该请求无法以 HTTP 发送。</translation>
    </message>
    <message>
        <source>The certificate authority cannot be read.</source>
        <translation>无法读取证书颁发机构。</translation>
    </message>
    <message>
        <source>What the server answers is not HTTP.</source>
        <translation>服务器的响应不是 HTTP。</translation>
    </message>
    <message>
        <source>The connection broke in the middle of the answer.</source>
        <translation>连接在响应中途断开。</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>Nothing was connected to.</source>
        <translation>没有建立任何连接。</translation>
    </message>
    <message>
        <source>Correct the client certificate or its key in the kubeconfig.</source>
        <translation>请更正 kubeconfig 中的客户端证书或其密钥。</translation>
    </message>
    <message>
        <source>The client certificate cannot be read.</source>
        <translation>无法读取客户端证书。</translation>
    </message>
    <message>
        <source>The client certificate holds no certificate in PEM form.</source>
        <translation>客户端证书中没有 PEM 格式的证书。</translation>
    </message>
    <message>
        <source>The client key holds no private key that can be read: RSA, EC or Ed25519, not encrypted.</source>
        <translation>客户端密钥中没有可读取的私钥：应为 RSA、EC 或 Ed25519，且未加密。</translation>
    </message>
    <message>
        <source>The client key does not belong to the client certificate.</source>
        <translation>客户端密钥与客户端证书不匹配。</translation>
    </message>
</context>
<context>
    <name>KubeClient</name>
    <message>
        <source>What the server answered is not what Kubernetes answers to this request.</source>
        <translation>服务器的响应不是 Kubernetes 对此请求的响应。</translation>
    </message>
</context>
<context>
    <name>KubeError</name>
    <message>
        <source>What answers there is not a Kubernetes API server (HTTP status %1).</source>
        <translation>响应者不是 Kubernetes API 服务器（HTTP 状态码 %1）。</translation>
    </message>
    <message>
        <source>The server answered with HTTP status %1.</source>
        <translation>服务器返回 HTTP 状态码 %1。</translation>
    </message>
    <message>
        <source>Sign in again, or choose another context: the cluster does not accept these credentials.</source>
        <translation>请重新登录，或选择其他上下文：集群不接受这些凭据。</translation>
    </message>
    <message>
        <source>Ask for the right that is missing, or choose another context.</source>
        <translation>请申请缺少的权限，或选择其他上下文。</translation>
    </message>
    <message>
        <source>The cluster changed in the meantime: make a new plan.</source>
        <translation>集群在此期间发生了变化：请重新计划。</translation>
    </message>
    <message>
        <source>Create the namespace first, or correct its name.</source>
        <translation>请先创建命名空间，或更正其名称。</translation>
    </message>
    <message>
        <source>Install Istio (or ASM) with this kind in the cluster, or choose another context.</source>
        <translation>请在集群中安装包含此种类的 Istio（或 ASM），或选择其他上下文。</translation>
    </message>
    <message>
        <source>Decide field by field whether to keep what others set or to take it over.</source>
        <translation>请逐个字段决定保留他人设置的值还是接管。</translation>
    </message>
    <message>
        <source>Correct what is named, and try again.</source>
        <translation>请更正所指内容后重试。</translation>
    </message>
    <message>
        <source>Wait until the namespace is gone and create it again.</source>
        <translation>请等待该命名空间消失后重新创建。</translation>
    </message>
    <message>
        <source>Compare the certificate authority in the kubeconfig with the server&apos;s certificate.</source>
        <translation>请将 kubeconfig 中的证书颁发机构与服务器证书进行比较。</translation>
    </message>
    <message>
        <source>Correct the user&apos;s entry in the kubeconfig, or run its plugin in a terminal to see what it wants.</source>
        <translation>请更正 kubeconfig 中的用户条目，或在终端中运行其插件，查看它需要什么。</translation>
    </message>
    <message>
        <source>Check the server&apos;s address in the kubeconfig and what stands between, such as a proxy or a login page.</source>
        <translation>请检查 kubeconfig 中的服务器地址，以及中间环节，例如代理或登录页面。</translation>
    </message>
    <message>
        <source>Check that the cluster can be reached, and try again.</source>
        <translation>请确认可以访问该集群，然后重试。</translation>
    </message>
    <message>
        <source>It is not known whether the server carried it out.</source>
        <translation>不知道服务器是否已执行。</translation>
    </message>
    <message>
        <source>The cluster is as it was.</source>
        <translation>集群保持不变。</translation>
    </message>
</context>
<context>
    <name>Kubeconfig</name>
    <message>
        <source>Nothing was connected to, and no file was changed.</source>
        <translation>没有建立连接，也没有修改任何文件。</translation>
    </message>
    <message>
        <source>Correct the file, or choose another one with --kubeconfig or KUBECONFIG.</source>
        <translation>请更正该文件，或用 --kubeconfig 或 KUBECONFIG 选择其他文件。</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>它是文件夹。</translation>
    </message>
    <message>
        <source>It cannot be read: %1.</source>
        <translation>无法读取：%1。</translation>
    </message>
    <message>
        <source>It is larger than a kubeconfig can be.</source>
        <translation>它超出了 kubeconfig 可能的大小。</translation>
    </message>
    <message>
        <source>There is no such kubeconfig.</source>
        <translation>没有这个 kubeconfig。</translation>
    </message>
    <message>
        <source>The kubeconfig cannot be used. %1</source>
        <translation>无法使用该 kubeconfig。%1</translation>
    </message>
</context>
<context>
    <name>KubeconfigReader</name>
    <message>
        <source>%1 is not a map.</source>
        <translation>%1 不是映射。</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>该文件</translation>
    </message>
    <message>
        <source>%1 is no field of a kubeconfig; it is ignored, as kubectl does.</source>
        <translation>%1 不是 kubeconfig 的字段；与 kubectl 一样，将其忽略。</translation>
    </message>
    <message>
        <source>%1 is not a text: put it in quotes.</source>
        <translation>%1 不是文本：请加引号。</translation>
    </message>
    <message>
        <source>%1 is neither true nor false.</source>
        <translation>%1 既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>%1 is not base64.</source>
        <translation>%1 不是 base64。</translation>
    </message>
    <message>
        <source>%1 is not a list.</source>
        <translation>%1 不是列表。</translation>
    </message>
    <message>
        <source>%1 holds something that is not a text: put it in quotes.</source>
        <translation>%1 中含有不是文本的内容：请加引号。</translation>
    </message>
    <message>
        <source>It is no kubeconfig: kind is not Config, or apiVersion not v1.</source>
        <translation>它不是 kubeconfig：kind 不是 Config，或 apiVersion 不是 v1。</translation>
    </message>
    <message>
        <source>%1 has two entries named %2.</source>
        <translation>%1 中有两个名为 %2 的条目。</translation>
    </message>
    <message>
        <source>It is not YAML: line %1, column %2.</source>
        <translation>它不是 YAML：第 %1 行，第 %2 列。</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message numerus="yes">
        <source>%n rule(s) are left out, at least in part, because of errors.</source>
        <translation>
            <numerusform>由于错误，%n 条规则至少有一部分未进入输出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) have errors, and what depends on them is left out.</source>
        <translation>
            <numerusform>%n 个文档有错误，与之相关的内容未进入输出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So are %n rule(s), at least in part.</source>
        <translation>
            <numerusform>另有 %n 条规则至少有一部分也是如此。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeshReader</name>
    <message>
        <source>“%1” is no outbound traffic policy. It is REGISTRY_ONLY or ALLOW_ANY.</source>
        <translation>“%1”不是出站流量策略，应为 REGISTRY_ONLY 或 ALLOW_ANY。</translation>
    </message>
    <message>
        <source>“%1” is no version of Istio. Write it like &quot;1.30&quot;.</source>
        <translation>“%1”不是 Istio 的版本。请写成 &quot;1.30&quot; 这样。</translation>
    </message>
    <message>
        <source>Gateway %1 is listed twice; the first entry counts.</source>
        <translation>网关 %1 重复列出；以第一项为准。</translation>
    </message>
    <message>
        <source>The selector is empty: it would select every pod. Leave it out, or name the gateway&apos;s labels.</source>
        <translation>选择器为空：会选中所有 Pod。请省略它，或写出网关的标签。</translation>
    </message>
    <message>
        <source>The list of ports is empty. Leave it out to assume the usual ones, or list the ports of the Service.</source>
        <translation>端口列表为空。请省略它以采用通常的端口，或列出 Service 的端口。</translation>
    </message>
    <message>
        <source>Port %1 is listed twice; the first entry counts.</source>
        <translation>端口 %1 重复列出；以第一项为准。</translation>
    </message>
    <message>
        <source>“%1” is no protocol of a gateway&apos;s port. Known: %2.</source>
        <translation>“%1”不是网关端口的协议。已知的有：%2。</translation>
    </message>
    <message>
        <source>%1 is no port: it must lie between 1 and 65535.</source>
        <translation>%1 不是端口：应在 1 到 65535 之间。</translation>
    </message>
    <message>
        <source>%1 is listed twice; the first entry counts.</source>
        <translation>%1 重复列出；以第一项为准。</translation>
    </message>
    <message>
        <source>“%1” is no DNS name.</source>
        <translation>“%1”不是 DNS 名称。</translation>
    </message>
    <message>
        <source>“%1” is no IP address.</source>
        <translation>“%1”不是 IP 地址。</translation>
    </message>
    <message>
        <source>Only a wildcard has a representative; %1 is looked up by its own name.</source>
        <translation>只有通配符才有代表主机；%1 按其自身名称解析。</translation>
    </message>
    <message>
        <source>“%1” is no valid name: up to 63 lower-case letters, digits and hyphens.</source>
        <translation>“%1”不是有效的名称：最多 63 个小写字母、数字和连字符。</translation>
    </message>
</context>
<context>
    <name>MeshWords</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A name for people. There is one Mesh in a workspace; of several the first one counts.</source>
        <translation>供人阅读的名称。一个工作区只有一个 Mesh；有多个时以第一个为准。</translation>
    </message>
    <message>
        <source>The generated objects carry it as the label sallyport.dev/mesh, by which exports and pruning know their own.</source>
        <translation>生成的对象以标签 sallyport.dev/mesh 携带它，导出和清理据此识别自己的对象。</translation>
    </message>
    <message>
        <source>Rename Mesh %1</source>
        <translation>重命名 Mesh %1</translation>
    </message>
    <message>
        <source>Outbound traffic</source>
        <translation>出站流量</translation>
    </message>
    <message>
        <source>What sidecars do with traffic that no rule speaks of: block it (REGISTRY_ONLY) or let it out (ALLOW_ANY). It is a setting of the mesh; here it is only stated.</source>
        <translation>Sidecar 如何处理没有规则提及的流量：阻止 (REGISTRY_ONLY) 或放行 (ALLOW_ANY)。这是网格的设置，此处只是说明。</translation>
    </message>
    <message>
        <source>With ALLOW_ANY rules restrict nothing. Where it is unknown, REGISTRY_ONLY is assumed and said to be assumed.</source>
        <translation>ALLOW_ANY 时，规则不起任何限制作用。未知时假定为 REGISTRY_ONLY，并会说明这是假定。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Change outbound traffic policy of Mesh %1</source>
        <translation>修改 Mesh %1 的出站流量策略</translation>
    </message>
    <message>
        <source>DNS capture</source>
        <translation>DNS 捕获</translation>
    </message>
    <message>
        <source>Whether sidecars answer the DNS queries of their workloads (ISTIO_META_DNS_CAPTURE).</source>
        <translation>Sidecar 是否应答其工作负载的 DNS 查询 (ISTIO_META_DNS_CAPTURE)。</translation>
    </message>
    <message>
        <source>With it several TCP hosts can share one port of a namespace: each gets an address of its own.</source>
        <translation>启用后，多个 TCP 主机可以共用命名空间的一个端口：每个主机有自己的地址。</translation>
    </message>
    <message>
        <source>Change DNS capture of Mesh %1</source>
        <translation>修改 Mesh %1 的 DNS 捕获</translation>
    </message>
    <message>
        <source>Istio version</source>
        <translation>Istio 版本</translation>
    </message>
    <message>
        <source>Major and minor version, like 1.30. Where nothing is written 1.22 or newer is assumed.</source>
        <translation>主版本和次版本，如 1.30。未填写时假定为 1.22 或更新。</translation>
    </message>
    <message>
        <source>Older versions get objects of the API versions that they serve.</source>
        <translation>较旧的版本得到其所提供 API 版本的对象。</translation>
    </message>
    <message>
        <source>1.22 or newer</source>
        <translation>1.22 或更新</translation>
    </message>
    <message>
        <source>Change Istio version of Mesh %1</source>
        <translation>修改 Mesh %1 的 Istio 版本</translation>
    </message>
    <message>
        <source>Egress gateways</source>
        <translation>出口网关</translation>
    </message>
    <message>
        <source>The egress gateways of the mesh. For one that is not listed the defaults are assumed.</source>
        <translation>网格的出口网关。未列出的网关采用默认值。</translation>
    </message>
    <message>
        <source>Objects for a gateway go to its namespace and select its pods; sidecars reach it by its Service.</source>
        <translation>网关的对象位于其命名空间并选择其 Pod；Sidecar 通过其 Service 访问它。</translation>
    </message>
    <message>
        <source>Change gateways of Mesh %1</source>
        <translation>修改 Mesh %1 的网关</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>The name by which policies call the gateway, up to 50 characters.</source>
        <translation>策略引用该网关的名称，最多 50 个字符。</translation>
    </message>
    <message>
        <source>It is part of the names of generated objects.</source>
        <translation>它是生成对象名称的一部分。</translation>
    </message>
    <message>
        <source>for example egressgateway-a</source>
        <translation>例如 egressgateway-a</translation>
    </message>
    <message>
        <source>Rename gateway %1</source>
        <translation>重命名网关 %1</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Where the gateway runs.</source>
        <translation>网关运行的位置。</translation>
    </message>
    <message>
        <source>The gateway&apos;s objects are made there. No client of the gateway may be in it.</source>
        <translation>网关的对象在此创建。该网关的客户端不得位于其中。</translation>
    </message>
    <message>
        <source>Change namespace of gateway %1</source>
        <translation>修改网关 %1 的命名空间</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>The Kubernetes Service in front of the gateway&apos;s pods.</source>
        <translation>网关 Pod 前的 Kubernetes Service。</translation>
    </message>
    <message>
        <source>Sidecars send the traffic to this Service.</source>
        <translation>Sidecar 将流量发往此 Service。</translation>
    </message>
    <message>
        <source>Change Service of gateway %1</source>
        <translation>修改网关 %1 的 Service</translation>
    </message>
    <message>
        <source>Pod labels</source>
        <translation>Pod 标签</translation>
    </message>
    <message>
        <source>The labels that select the gateway&apos;s pods.</source>
        <translation>选择网关 Pod 的标签。</translation>
    </message>
    <message>
        <source>Gateway objects and AuthorizationPolicies select the gateway by them. Two gateways whose labels can meet on one pod cannot be told apart.</source>
        <translation>Gateway 对象和 AuthorizationPolicy 据此选择网关。标签可能出现在同一 Pod 上的两个网关无法区分。</translation>
    </message>
    <message>
        <source>Change labels of gateway %1</source>
        <translation>修改网关 %1 的标签</translation>
    </message>
    <message>
        <source>Ports of the Service</source>
        <translation>Service 的端口</translation>
    </message>
    <message>
        <source>Number, target port (of the pods), protocol and name, as the Service has them. The last column marks ports on which another Gateway serves plaintext.</source>
        <translation>端口号、（Pod 的）目标端口、协议和名称，与 Service 一致。最后一列标出由另一个 Gateway 提供明文服务的端口。</translation>
    </message>
    <message>
        <source>Rules may use these ports. A name that begins with http2 or grpc makes the leg to the gateway HTTP/2. Target ports let AuthorizationPolicies name them, which spares a warning of Istio.</source>
        <translation>规则可以使用这些端口。以 http2 或 grpc 开头的名称使到网关的一段采用 HTTP/2。目标端口让 AuthorizationPolicy 可以引用它们，从而避免 Istio 的警告。</translation>
    </message>
    <message>
        <source>Change ports of gateway %1</source>
        <translation>修改网关 %1 的端口</translation>
    </message>
    <message>
        <source>External hosts</source>
        <translation>外部主机</translation>
    </message>
    <message>
        <source>What the mesh cannot know of a host: the addresses of a TCP host, and for a wildcard the one host that answers for all names below it.</source>
        <translation>网格无法得知的主机信息：TCP 主机的地址，以及代表通配符下所有名称应答的那个主机。</translation>
    </message>
    <message>
        <source>Addresses tell TCP hosts on one port apart. The gateway sends everything below a wildcard to the representative&apos;s addresses.</source>
        <translation>地址用于区分同一端口上的 TCP 主机。网关将通配符下的所有流量发往代表主机的地址。</translation>
    </message>
    <message>
        <source>Change hosts of Mesh %1</source>
        <translation>修改 Mesh %1 的主机</translation>
    </message>
</context>
<context>
    <name>MetadataChecks</name>
    <message>
        <source>apiVersion “%1” is not known for this kind. Known: %2.</source>
        <translation>此种类没有 apiVersion “%1”。已知的有：%2。</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>名称为空。</translation>
    </message>
    <message>
        <source>“%1” is no valid name: lower-case letters, digits, hyphens and dots, a letter or digit at both ends.</source>
        <translation>“%1”不是有效的名称：小写字母、数字、连字符和点，两端为字母或数字。</translation>
    </message>
    <message>
        <source>“%1” is no valid key of a label.</source>
        <translation>“%1”不是有效的标签键。</translation>
    </message>
    <message>
        <source>“%1” is no valid value of label %2: up to 63 letters, digits, “-”, “_” and “.”, a letter or digit at both ends.</source>
        <translation>“%1”不是标签 %2 的有效值：最多 63 个字母、数字、“-”、“_”和“.”，两端为字母或数字。</translation>
    </message>
</context>
<context>
    <name>PolicyReader</name>
    <message>
        <source>Set the namespace to %1</source>
        <translation>将命名空间设为 %1</translation>
    </message>
    <message>
        <source>The policy must be in namespace %1, not “%2”.</source>
        <translation>策略必须在命名空间 %1 中，而不是“%2”。</translation>
    </message>
    <message>
        <source>By convention this policy is named %1, after its gateway.</source>
        <translation>按惯例，此策略以其网关命名为 %1。</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation>重命名为 %1</translation>
    </message>
    <message>
        <source>The gateway&apos;s name is empty. Say through which egress gateway traffic leaves.</source>
        <translation>网关名称为空。请说明流量经由哪个出口网关离开。</translation>
    </message>
    <message>
        <source>The namespace is empty. Say which namespace&apos;s workloads are allowed.</source>
        <translation>命名空间为空。请说明放行哪个命名空间的工作负载。</translation>
    </message>
    <message>
        <source>“%1” is no valid namespace: up to 63 lower-case letters, digits and hyphens.</source>
        <translation>“%1”不是有效的命名空间：最多 63 个小写字母、数字和连字符。</translation>
    </message>
</context>
<context>
    <name>PortChecks</name>
    <message>
        <source>%1 is no port: it must lie between 1 and %2.</source>
        <translation>%1 不是端口：应在 1 到 %2 之间。</translation>
    </message>
    <message>
        <source>“%1” is no known protocol. Known: %2.</source>
        <translation>“%1”不是已知的协议。已知的有：%2。</translation>
    </message>
    <message>
        <source>“%1” is no valid port name: up to 63 lower-case letters, digits and hyphens.</source>
        <translation>“%1”不是有效的端口名称：最多 63 个小写字母、数字和连字符。</translation>
    </message>
    <message>
        <source>“%1” is no valid gateway name: up to 50 lower-case letters, digits and hyphens.</source>
        <translation>“%1”不是有效的网关名称：最多 50 个小写字母、数字和连字符。</translation>
    </message>
    <message>
        <source>%1 cannot be upgraded to HTTPS: an upgrade is for applications that speak plain HTTP.</source>
        <translation>%1 不能升级为 HTTPS：升级适用于使用明文 HTTP 的应用。</translation>
    </message>
    <message>
        <source>Remove the HTTPS upgrade</source>
        <translation>移除 HTTPS 升级</translation>
    </message>
</context>
<context>
    <name>Proxy</name>
    <message>
        <source>Nothing was connected to.</source>
        <translation>没有建立任何连接。</translation>
    </message>
    <message>
        <source>Use a proxy address with http, https or socks5.</source>
        <translation>请使用 http、https 或 socks5 的代理地址。</translation>
    </message>
    <message>
        <source>The proxy&apos;s scheme is none of http, https and socks5: “%1”.</source>
        <translation>代理的协议不是 http、https 或 socks5：“%1”。</translation>
    </message>
    <message>
        <source>The proxy&apos;s address names no host.</source>
        <translation>代理地址没有主机。</translation>
    </message>
</context>
<context>
    <name>QCompleter</name>
    <message>
        <source>Names on the cluster</source>
        <translation>集群上的名称</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>namespace %1</source>
        <translation>命名空间 %1</translation>
    </message>
    <message>
        <source>namespaces %1</source>
        <translation>命名空间 %1</translation>
    </message>
    <message>
        <source>service account %1</source>
        <translation>服务账号 %1</translation>
    </message>
    <message>
        <source>service accounts %1</source>
        <translation>服务账号 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自%1</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>every HTTP request</source>
        <translation>所有 HTTP 请求</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部流量</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>到 %1</translation>
    </message>
    <message>
        <source>with path %1</source>
        <translation>路径为 %1</translation>
    </message>
    <message>
        <source>(and whatever its other operations say)</source>
        <translation>（及其其他操作所述内容）</translation>
    </message>
    <message>
        <source>where also %1</source>
        <translation>并且 %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>在 %1</translation>
    </message>
    <message>
        <source>where its %1 points</source>
        <translation>在其 %1 所指之处</translation>
    </message>
    <message>
        <source>at workloads with %1</source>
        <translation>在具有 %1 的工作负载</translation>
    </message>
    <message>
        <source>at every workload of the mesh</source>
        <translation>在网格的所有工作负载</translation>
    </message>
    <message>
        <source>at every workload of namespace %1</source>
        <translation>在命名空间 %1 的所有工作负载</translation>
    </message>
    <message>
        <source>Denies all TLS and TCP %1; HTTP is not affected.</source>
        <translation>拒绝%1的全部 TLS 和 TCP；HTTP 不受影响。</translation>
    </message>
    <message>
        <source>Denies %1 %2</source>
        <translation>拒绝 %1 %2</translation>
    </message>
    <message>
        <source>%1; other traffic is not affected.</source>
        <translation>%1；其他流量不受影响。</translation>
    </message>
    <message>
        <source>%1, TLS and TCP included; other traffic is not affected.</source>
        <translation>%1，包括 TLS 和 TCP；其他流量不受影响。</translation>
    </message>
    <message>
        <source>%1; other traffic is not affected, as long as the gateway carries no TLS or TCP.</source>
        <translation>%1；只要网关不承载 TLS 或 TCP，其他流量不受影响。</translation>
    </message>
    <message>
        <source>%1. All TLS and TCP%2 is denied there as well: hosts, methods and paths mean nothing on it.</source>
        <translation>%1。那里的 TLS 和 TCP%2 也全部被拒绝：主机、方法和路径对它们没有意义。</translation>
    </message>
    <message>
        <source>Marks %1 %2 for auditing; nothing is refused.</source>
        <translation>为审计标记 %1 %2；不拒绝任何流量。</translation>
    </message>
    <message>
        <source>%1 All TLS and TCP%2 is marked as well.</source>
        <translation>%1 TLS 和 TCP%2 也全部被标记。</translation>
    </message>
    <message>
        <source>Leaves every TLS and TCP route %1 open, whatever the other rules allow.</source>
        <translation>无论其他规则放行什么，%1的每条 TLS 和 TCP 路由都保持放行。</translation>
    </message>
    <message>
        <source>Allows %1 %2</source>
        <translation>放行 %1 %2</translation>
    </message>
    <message>
        <source>unless another rule allows it</source>
        <translation>除非另一规则放行</translation>
    </message>
    <message>
        <source>%1, TLS and TCP included; everything else is refused%2.</source>
        <translation>%1，包括 TLS 和 TCP；其他流量均被拒绝%2。</translation>
    </message>
    <message>
        <source>%1; every other HTTP request is refused%2. TLS and TCP stay open.</source>
        <translation>%1；其他 HTTP 请求均被拒绝%2。TLS 和 TCP 保持放行。</translation>
    </message>
    <message>
        <source>%1; every other HTTP request is refused%2. All TLS and TCP is refused as well.</source>
        <translation>%1；其他 HTTP 请求均被拒绝%2。TLS 和 TCP 也全部被拒绝。</translation>
    </message>
    <message>
        <source>Asks the provider %1 about %2 %3. Its rules are edited as text.</source>
        <translation>就 %2 %3 询问 provider %1。其规则以文本形式编辑。</translation>
    </message>
    <message>
        <source>“%1” is no action that Istio knows; it speaks of %2 %3.</source>
        <translation>“%1”不是 Istio 认识的动作；它针对 %2 %3。</translation>
    </message>
    <message>
        <source>Allows nothing: every request and every connection %1 is refused, unless another policy allows it.</source>
        <translation>不放行任何流量：%1的所有请求和连接都被拒绝，除非另一策略放行。</translation>
    </message>
    <message>
        <source>Says nothing yet: Istio refuses %1 without rules.</source>
        <translation>尚无内容：Istio 会拒绝没有规则的 %1。</translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>The server&apos;s address is none that can be connected to.</source>
        <translation>服务器地址无法连接。</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>StructureCheck</name>
    <message>
        <source>%1 is expected here, not %2.</source>
        <translation>此处应为%1，而不是%2。</translation>
    </message>
    <message>
        <source>A text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>A map</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>%1, which YAML reads as a boolean</source>
        <translation>%1（YAML 会读作布尔值）</translation>
    </message>
    <message>
        <source>the number %1</source>
        <translation>数字 %1</translation>
    </message>
    <message>
        <source>the text “%1”</source>
        <translation>文本“%1”</translation>
    </message>
    <message>
        <source>Put %1 in quotes</source>
        <translation>为 %1 加引号</translation>
    </message>
    <message>
        <source>Remove the quotes around %1</source>
        <translation>去掉 %1 的引号</translation>
    </message>
</context>
<context>
    <name>Suppress</name>
    <message>
        <source>Suppress %1 in this document</source>
        <translation>在此文档中抑制 %1</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>理由(&amp;R)：</translation>
    </message>
</context>
<context>
    <name>SuppressionChecks</name>
    <message>
        <source>“%1” is no code of a finding. Entries have the form code=reason, separated by semicolons.</source>
        <translation>“%1”不是问题的代码。各项的形式为 code=reason，以分号分隔。</translation>
    </message>
    <message>
        <source>%1 is an error; errors cannot be suppressed.</source>
        <translation>%1 是错误；错误不能抑制。</translation>
    </message>
    <message>
        <source>The suppression of %1 has no reason and no effect. Write %1=reason.</source>
        <translation>对 %1 的抑制没有理由，不起作用。请写 %1=reason。</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>The history could not be written</source>
        <translation>无法写入历史</translation>
    </message>
    <message>
        <source>Nothing on the cluster was changed by that.</source>
        <translation>集群没有因此发生任何变化。</translation>
    </message>
    <message>
        <source>Free some space, or give the folder write permission.</source>
        <translation>请腾出空间，或授予文件夹写权限。</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>The certificate authority holds no certificate in PEM form.</source>
        <translation>证书颁发机构中没有 PEM 格式的证书。</translation>
    </message>
    <message>
        <source>Nothing was connected to.</source>
        <translation>没有建立任何连接。</translation>
    </message>
    <message>
        <source>Give the authority&apos;s certificate in PEM form in the kubeconfig.</source>
        <translation>请在 kubeconfig 中以 PEM 格式给出颁发机构的证书。</translation>
    </message>
</context>
<context>
    <name>WorkspaceChecks</name>
    <message>
        <source>The workspace has a Mesh already. That one counts; nothing of this one is used.</source>
        <translation>工作区中已有 Mesh。以它为准；不使用此 Mesh 的任何内容。</translation>
    </message>
    <message>
        <source>With ALLOW_ANY, sidecars let out whatever no rule speaks of: the rules restrict nothing. Set REGISTRY_ONLY in the mesh, then here.</source>
        <translation>ALLOW_ANY 时，Sidecar 会放行没有规则提及的流量：规则不起任何限制作用。请先在网格中设置 REGISTRY_ONLY，再在此处设置。</translation>
    </message>
    <message>
        <source>Another policy of the workspace is named %1 in namespace %2, too: on a cluster one would replace the other.</source>
        <translation>工作区的另一个策略在命名空间 %2 中也名为 %1：在集群上，一个会替换另一个。</translation>
    </message>
    <message>
        <source>ASM sends all hosts of this list to the same addresses. Hosts that live elsewhere need a destination of their own.</source>
        <translation>ASM 将此列表的所有主机发往相同的地址。位于别处的主机需要单独的目标。</translation>
    </message>
    <message>
        <source>The Mesh does not list gateway %1; namespace, label, Service and ports are assumed for it.</source>
        <translation>Mesh 没有列出网关 %1；其命名空间、标签、Service 和端口采用假定值。</translation>
    </message>
    <message>
        <source>Add %1 to the Mesh</source>
        <translation>将 %1 加入 Mesh</translation>
    </message>
</context>
<context>
    <name>YamlFormat</name>
    <message>
        <source>document %1</source>
        <translation>文档 %1</translation>
    </message>
    <message>
        <source>The text was not formatted.</source>
        <translation>文本没有被格式化。</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>它保持不变。</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>该文件</translation>
    </message>
    <message>
        <source>Correct it first: %1</source>
        <translation>请先更正：%1</translation>
    </message>
    <message>
        <source>Its layout cannot be changed without changing what it says.</source>
        <translation>不改变含义就无法改变其排版。</translation>
    </message>
</context>
<context>
    <name>YamlPatch</name>
    <message>
        <source>The change was not made.</source>
        <translation>没有做出修改。</translation>
    </message>
    <message>
        <source>The text is as it was.</source>
        <translation>文本保持不变。</translation>
    </message>
    <message>
        <source>Change it in the text.</source>
        <translation>请在文本中修改。</translation>
    </message>
    <message>
        <source>The document cannot be read.</source>
        <translation>无法读取该文档。</translation>
    </message>
    <message>
        <source>Correct it in the text first.</source>
        <translation>请先在文本中更正。</translation>
    </message>
    <message>
        <source>The document has anchors, aliases or merge keys.</source>
        <translation>该文档含有锚点、别名或合并键。</translation>
    </message>
    <message>
        <source>The document has a key twice.</source>
        <translation>该文档中有重复的键。</translation>
    </message>
    <message>
        <source>Remove one of them in the text first.</source>
        <translation>请先在文本中删除其中一个。</translation>
    </message>
    <message>
        <source>The document has no such place.</source>
        <translation>该文档没有这个位置。</translation>
    </message>
    <message>
        <source>No way was found to write it into this text.</source>
        <translation>找不到将其写入此文本的方式。</translation>
    </message>
    <message>
        <source>document %1</source>
        <translation>文档 %1</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>The file has no such document.</source>
        <translation>该文件没有这个文档。</translation>
    </message>
</context>
<context>
    <name>YamlProblem</name>
    <message>
        <source>This line does not fit the lines above it: a key, or a deeper or shallower indentation, was expected here.</source>
        <translation>此行与上面的行不符：此处应为键，或更深、更浅的缩进。</translation>
    </message>
    <message>
        <source>A map in braces is not closed: a comma or } was expected here.</source>
        <translation>花括号中的映射没有结束：此处应为逗号或 }。</translation>
    </message>
    <message>
        <source>This line does not fit the list above it: a dash at the list&apos;s indentation was expected here.</source>
        <translation>此行与上面的列表不符：此处应为与列表缩进一致的短横线。</translation>
    </message>
    <message>
        <source>A list in brackets is not closed: a comma or ] was expected here.</source>
        <translation>方括号中的列表没有结束：此处应为逗号或 ]。</translation>
    </message>
    <message>
        <source>A colon followed by a space cannot stand here. If it belongs to the text, put the text in quotes.</source>
        <translation>此处不能有后跟空格的冒号。如果它属于文本，请给文本加引号。</translation>
    </message>
    <message>
        <source>A key cannot stand here.</source>
        <translation>此处不能有键。</translation>
    </message>
    <message>
        <source>A list item cannot start here. Put it on a line of its own.</source>
        <translation>列表项不能从此处开始。请另起一行。</translation>
    </message>
    <message>
        <source>This closing bracket has no opening one before it.</source>
        <translation>此右括号之前没有对应的左括号。</translation>
    </message>
    <message>
        <source>A tab cannot indent YAML. Use spaces.</source>
        <translation>YAML 不能用制表符缩进。请使用空格。</translation>
    </message>
    <message>
        <source>The text in quotes is never closed.</source>
        <translation>引号中的文本没有结束。</translation>
    </message>
    <message>
        <source>The text in quotes is not closed before the document ends.</source>
        <translation>引号中的文本到文档末尾仍没有结束。</translation>
    </message>
    <message>
        <source>This character cannot start a value. If it belongs to the text, put the text in quotes.</source>
        <translation>值不能以此字符开头。如果它属于文本，请给文本加引号。</translation>
    </message>
    <message>
        <source>This is no escape that YAML knows. Write \\ for a backslash, or use single quotes.</source>
        <translation>这不是 YAML 认识的转义。反斜杠请写 \\，或使用单引号。</translation>
    </message>
    <message>
        <source>This escape needs more hexadecimal digits.</source>
        <translation>此转义需要更多十六进制数字。</translation>
    </message>
    <message>
        <source>This escape names no Unicode character.</source>
        <translation>此转义不对应任何 Unicode 字符。</translation>
    </message>
    <message>
        <source>Nothing but a comment can follow | or &gt; on its line.</source>
        <translation>| 或 &gt; 所在行之后只能有注释。</translation>
    </message>
    <message>
        <source>The indentation given behind | or &gt; cannot be 0.</source>
        <translation>| 或 &gt; 之后的缩进不能为 0。</translation>
    </message>
    <message>
        <source>This alias names an anchor that is not defined above it.</source>
        <translation>此别名引用的锚点在上文没有定义。</translation>
    </message>
    <message>
        <source>A value cannot have two tags.</source>
        <translation>一个值不能有两个标签。</translation>
    </message>
    <message>
        <source>A value cannot have two anchors.</source>
        <translation>一个值不能有两个锚点。</translation>
    </message>
    <message>
        <source>A text that starts with * must be in quotes: * refers to an anchor.</source>
        <translation>以 * 开头的文本必须加引号：* 表示引用锚点。</translation>
    </message>
    <message>
        <source>A text that starts with &amp; must be in quotes: &amp; names an anchor.</source>
        <translation>以 &amp; 开头的文本必须加引号：&amp; 表示定义锚点。</translation>
    </message>
    <message>
        <source>This version of YAML is not known. Sallyport reads YAML 1.1 and 1.2.</source>
        <translation>未知的 YAML 版本。Sallyport 读取 YAML 1.1 和 1.2。</translation>
    </message>
    <message>
        <source>The document is nested too deeply to be read.</source>
        <translation>文档嵌套过深，无法读取。</translation>
    </message>
    <message>
        <source>The file is %1 MiB large; up to %2 MiB are read.</source>
        <translation>文件大小为 %1 MiB；最多读取 %2 MiB。</translation>
    </message>
    <message>
        <source>The file has more than %1 documents.</source>
        <translation>文件中的文档超过 %1 个。</translation>
    </message>
    <message>
        <source>The file has more than %1 keys and values.</source>
        <translation>文件中的键和值超过 %1 个。</translation>
    </message>
    <message>
        <source>The file is not UTF-8: these bytes are no character.</source>
        <translation>文件不是 UTF-8：这些字节不是字符。</translation>
    </message>
    <message>
        <source>The file is UTF-16 or UTF-32. Save it as UTF-8.</source>
        <translation>文件是 UTF-16 或 UTF-32。请保存为 UTF-8。</translation>
    </message>
    <message>
        <source>The file holds a NUL byte, so it is no text.</source>
        <translation>文件含有 NUL 字节，因此不是文本。</translation>
    </message>
    <message>
        <source>The control character %1 cannot stand in YAML. Remove it, or write it as an escape in double quotes.</source>
        <translation>YAML 中不能有控制字符 %1。请删除，或在双引号中写成转义。</translation>
    </message>
    <message>
        <source>The line separator %1 cannot stand in YAML as it is: Kubernetes ends a line there, other readers do not. Remove it, or write it as an escape in double quotes.</source>
        <translation>YAML 中不能直接使用行分隔符 %1：Kubernetes 在此换行，其他读取器则不然。请删除，或在双引号中写成转义。</translation>
    </message>
    <message>
        <source>The byte order mark %1 can stand at the start of a file only: Kubernetes refuses it here, and no editor shows it. Remove it, or write it as an escape in double quotes.</source>
        <translation>字节顺序标记 %1 只能位于文件开头：Kubernetes 拒绝此处的标记，而编辑器不会显示它。请删除，或在双引号中写成转义。</translation>
    </message>
    <message>
        <source>Values are nested more than %1 levels deep.</source>
        <translation>值的嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>A text, a comment, or a map or list in brackets is too large. Split it, or write the map or list in lines without brackets.</source>
        <translation>某个文本、注释，或括号中的映射或列表过大。请拆分它，或将映射或列表按行书写而不用括号。</translation>
    </message>
    <message>
        <source>The aliases of this document stand for more than %1 values.</source>
        <translation>此文档的别名代表的值超过 %1 个。</translation>
    </message>
    <message>
        <source>This alias stands inside the value it refers to.</source>
        <translation>此别名位于它所引用的值之内。</translation>
    </message>
    <message>
        <source>The document uses anchors, aliases or merge keys. It is read and compiled; to change it, edit the text, not the form.</source>
        <translation>该文档使用了锚点、别名或合并键。它会被读取和编译；要修改请编辑文本，而不是表单。</translation>
    </message>
    <message>
        <source>The text in quotes that starts here is never closed.</source>
        <translation>从此处开始的引号中的文本没有结束。</translation>
    </message>
    <message>
        <source>This stands behind the end of the document&apos;s value. Check its indentation.</source>
        <translation>此内容位于文档的值结束之后。请检查其缩进。</translation>
    </message>
    <message>
        <source>The parts of this line cannot be told apart. Write it in a simpler form.</source>
        <translation>无法区分此行的各部分。请用更简单的形式书写。</translation>
    </message>
    <message>
        <source>The key %1 stands in this map twice.</source>
        <translation>键 %1 在此映射中出现两次。</translation>
    </message>
    <message>
        <source>This is not YAML: %1.</source>
        <translation>这不是 YAML：%1。</translation>
    </message>
</context>
<context>
    <name>sallyport</name>
    <message>
        <source>%1 has %2 KiB and nears the 1.5 MiB that a cluster takes. It is written as usual. Split the hosts over several gateways before it grows further.</source>
        <translation>%1 有 %2 KiB，接近集群可接受的 1.5 MiB。它照常写出。在继续增长之前，请将主机分散到多个网关。</translation>
    </message>
    <message>
        <source>Rule %1 of the same workspace already allows all that this rule allows: it selects the same workloads or more, and reaches the same hosts and ports in the same way. This rule can go.</source>
        <translation>同一工作区的规则 %1 已放行此规则放行的全部内容：它选择相同或更多的工作负载，并以相同方式访问相同的主机和端口。可以移除此规则。</translation>
    </message>
    <message>
        <source>Some workload of namespace %1 may be selected by this rule, through gateway %2, and by rule %3, through gateway %4, for port %5 of %6. Its traffic takes gateway %4: the selector with more labels wins, then the earlier rule.</source>
        <translation>命名空间 %1 的某个工作负载，对于 %6 的端口 %5，可能同时被此规则（经由网关 %2）和规则 %3（经由网关 %4）选中。其流量走网关 %4：标签更多的选择器优先，其次是靠前的规则。</translation>
    </message>
    <message>
        <source>The gateway&apos;s guard decides on the first bytes of a client. Where %1 speaks first, as many databases do, a workload that is denied may still see the host&apos;s greeting; nothing it sends gets through.</source>
        <translation>网关的守卫根据客户端的首批字节判断。如果 %1 先发言（许多数据库如此），被拒绝的工作负载仍可能看到主机的问候信息；但它发送的内容都不会通过。</translation>
    </message>
    <message>
        <source>%1 %2:%3</source>
        <extracomment>a protocol, a host and a port: &quot;HTTP www.example.com:80&quot;</extracomment>
        <translation>%1 %2:%3</translation>
    </message>
    <message>
        <source>Gateway %1 has no free port that suits %2 to port %3 of %4. This destination is left out; the others are compiled. Add a port to the gateway&apos;s Service and list it in the Mesh.</source>
        <translation>网关 %1 没有适合 %2 到 %4 端口 %3 的空闲端口。该目标不进入输出；其他目标照常编译。请为网关的 Service 添加端口，并在 Mesh 中列出。</translation>
    </message>
    <message>
        <source>Port %1 of gateway %2 serves plaintext for another Gateway, so Istio would ignore our mutual TLS server on it. This destination is left out; the others are compiled. Choose another port, or none to have one chosen.</source>
        <translation>网关 %2 的端口 %1 为另一个 Gateway 提供明文服务，因此 Istio 会忽略其上我方的双向 TLS 服务器。该目标不进入输出；其他目标照常编译。请选择其他端口，或不填以自动选择。</translation>
    </message>
    <message>
        <source>Port %1 is not a port of Service %2 in the Mesh, so no request could reach it. This destination is left out; the others are compiled. Choose a listed port, or add it to the Service and the Mesh.</source>
        <translation>端口 %1 不是 Mesh 中 Service %2 的端口，因此请求无法到达它。该目标不进入输出；其他目标照常编译。请选择列出的端口，或将它加入 Service 和 Mesh。</translation>
    </message>
    <message>
        <source>Port %1 is not among the ports assumed of Service %2. It works only if the Service has it: list the Service&apos;s ports in a Mesh document to be sure.</source>
        <translation>端口 %1 不在假定的 Service %2 的端口之中。只有 Service 确有此端口才能工作：请在 Mesh 文档中列出 Service 的端口以确定。</translation>
    </message>
    <message>
        <source>The application&apos;s own HTTPS to %1 on port %2 is let through as well, as the console&apos;s documentation promises.</source>
        <translation>应用自身到 %1 端口 %2 的 HTTPS 也会被放行，与控制台文档的承诺一致。</translation>
    </message>
    <message>
        <source>The application&apos;s own HTTPS to %1 on port %2 is not opened: %3. The upgrade itself is not affected.</source>
        <translation>应用自身到 %1 端口 %2 的 HTTPS 没有放行：%3。升级本身不受影响。</translation>
    </message>
    <message>
        <source>in namespace %1 another rule uses that port for another protocol</source>
        <translation>命名空间 %1 中另一规则以其他协议使用该端口</translation>
    </message>
    <message>
        <source>its name inside the mesh would be longer than %1 characters</source>
        <translation>它在网格内的名称会超过 %1 个字符</translation>
    </message>
    <message>
        <source>Name a representative of %1 in the Mesh</source>
        <translation>在 Mesh 中指定 %1 的代表主机</translation>
    </message>
    <message>
        <source>A host whose addresses serve all of them:</source>
        <translation>其地址为它们全部提供服务的主机：</translation>
    </message>
    <message>
        <source>List the hosts instead</source>
        <translation>改为列出主机</translation>
    </message>
    <message>
        <source>Hosts, separated by blanks:</source>
        <translation>主机，以空格分隔：</translation>
    </message>
    <message>
        <source>Use the ASM target, where the service mesh resolves wildcards itself</source>
        <translation>使用 ASM 作为产出目标，由服务网格自行解析通配符</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
</context>
<context>
    <name>sallyport::AccessCommand</name>
    <message>
        <source>Nothing is allowed.</source>
        <translation>没有放行任何流量。</translation>
    </message>
    <message>
        <source>list which workloads may reach which hosts</source>
        <translation>列出哪些工作负载可以访问哪些主机</translation>
    </message>
    <message>
        <source>Reads all files as one workspace and lists all that it allows: workloads, hosts, port, class of traffic and gateway. Where several rules fit a workload, the one that decides is listed; no two entries overlap.
What has an error is counted as closed, the errors go to standard error, and the status is 1.</source>
        <translation>将所有文件作为一个工作区读取，列出其放行的全部内容：工作负载、主机、端口、流量类别和网关。多条规则适用于同一工作负载时，列出起决定作用的那条；各条目互不重叠。
有错误的内容视为关闭，错误输出到标准错误，退出状态为 1。</translation>
    </message>
    <message>
        <source>how the list is written (default: text)</source>
        <translation>列表的输出格式（默认：text）</translation>
    </message>
</context>
<context>
    <name>sallyport::AccessDock</name>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
</context>
<context>
    <name>sallyport::AccessModel</name>
    <message>
        <source>Newly allowed</source>
        <translation>新允许</translation>
    </message>
    <message>
        <source>No longer allowed</source>
        <translation>不再允许</translation>
    </message>
    <message>
        <source>every workload</source>
        <translation>所有工作负载</translation>
    </message>
    <message>
        <source>%1, except %2</source>
        <translation>%1，%2 除外</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
</context>
<context>
    <name>sallyport::AccessText</name>
    <message>
        <source>every workload of %1</source>
        <translation>%1 的所有工作负载</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>%1, except %2</source>
        <translation>%1，除了 %2</translation>
    </message>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source>%1 (the gateway dials %2)</source>
        <translation>%1（网关访问 %2）</translation>
    </message>
    <message>
        <source>%1 → %2 %3, port %4, through %5</source>
        <translation>%1 → %2 %3，端口 %4，经由 %5</translation>
    </message>
</context>
<context>
    <name>sallyport::AccessView</name>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Who may reach what. Enter goes to the rule that allows it.</source>
        <translation>谁可以访问什么。按回车键转到允许它的规则。</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy what is shown as a table.</source>
        <translation>将显示的内容复制为表格。</translation>
    </message>
    <message>
        <source>As &amp;CSV</source>
        <translation>CSV 格式(&amp;C)</translation>
    </message>
    <message>
        <source>As &amp;Markdown</source>
        <translation>Markdown 格式(&amp;M)</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>保存(&amp;V)…</translation>
    </message>
    <message>
        <source>Save what is shown as a CSV or a Markdown file.</source>
        <translation>将显示的内容保存为 CSV 或 Markdown 文件。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter access</source>
        <translation>筛选访问</translation>
    </message>
    <message>
        <source>Shows only the entries with these words in any column.</source>
        <translation>只显示任意列中含有这些词的条目。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln newly allowed</source>
        <translation>
            <numerusform>%Ln 项新允许</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer allowed</source>
        <translation>
            <numerusform>%Ln 项不再允许</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>what has an error counts as closed</source>
        <translation>有错误的部分视为关闭</translation>
    </message>
    <message>
        <source>No entry matches the filter.</source>
        <translation>没有条目符合筛选条件。</translation>
    </message>
    <message>
        <source>The access is the same.</source>
        <translation>访问没有变化。</translation>
    </message>
    <message>
        <source>Nothing is allowed: no rule of a policy opens anything yet.</source>
        <translation>什么都不允许：还没有策略规则开放任何访问。</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save Access</source>
        <translation>保存访问</translation>
    </message>
    <message>
        <source>Markdown table (*.md)</source>
        <translation>Markdown 表格 (*.md)</translation>
    </message>
    <message>
        <source>%1 was not saved: %2. The table is here as before; choose another place.</source>
        <translation>未能保存 %1：%2。表格仍在这里；请选择其他位置。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>sallyport::Actions</name>
    <message>
        <source>&amp;New Policy</source>
        <translation>新建策略(&amp;N)</translation>
    </message>
    <message>
        <source>Start an empty policy in a new file.</source>
        <translation>在新文件中新建一个空策略。</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open files with policies.</source>
        <translation>打开包含策略的文件。</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open all YAML and JSON files of a folder as one workspace.</source>
        <translation>将文件夹中所有 YAML 和 JSON 文件作为一个工作区打开。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the current file.</source>
        <translation>保存当前文件。</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the current file under another name.</source>
        <translation>以其他名称保存当前文件。</translation>
    </message>
    <message>
        <source>Save A&amp;ll</source>
        <translation>全部保存(&amp;L)</translation>
    </message>
    <message>
        <source>Save all files that have changes.</source>
        <translation>保存所有已修改的文件。</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Copy the objects, or write them to a file or a folder for GitOps.</source>
        <translation>复制对象，或将其写入文件或文件夹，用于 GitOps。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close the current file.</source>
        <translation>关闭当前文件。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close all files and leave.</source>
        <translation>关闭所有文件并退出。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last step back, in whichever file it was made.</source>
        <translation>撤销上一步操作，无论它发生在哪个文件中。</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the step again that was taken back.</source>
        <translation>重做刚刚撤销的操作。</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>Take the selected text, hosts, destinations or rules away and copy them.</source>
        <translation>剪切选中的文本、主机、目标或规则。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected text, hosts, destinations or rules, as YAML.</source>
        <translation>将选中的文本、主机、目标或规则复制为 YAML。</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Put in what was copied, here or in another program: text, or a policy&apos;s parts as YAML.</source>
        <translation>粘贴在此处或其他程序中复制的内容：文本，或以 YAML 表示的策略片段。</translation>
    </message>
    <message>
        <source>Paste &amp;Hosts…</source>
        <translation>粘贴主机(&amp;H)…</translation>
    </message>
    <message>
        <source>Find the hosts in what was copied, whatever it is: a list, a table, URLs, commands, log lines.</source>
        <translation>从复制的任意内容（列表、表格、URL、命令、日志行）中找出主机。</translation>
    </message>
    <message>
        <source>&amp;Select All</source>
        <translation>全选(&amp;S)</translation>
    </message>
    <message>
        <source>Select all words, or all rules that the navigator shows.</source>
        <translation>选中所有文字，或导航栏显示的所有规则。</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Search in the preview that is shown.</source>
        <translation>在当前显示的预览中查找。</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next match.</source>
        <translation>转到下一个匹配项。</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the match before.</source>
        <translation>转到上一个匹配项。</translation>
    </message>
    <message>
        <source>Rep&amp;lace…</source>
        <translation>替换(&amp;L)…</translation>
    </message>
    <message>
        <source>Search and replace in the file&apos;s text.</source>
        <translation>在文件文本中查找并替换。</translation>
    </message>
    <message>
        <source>&amp;Go to Line…</source>
        <translation>转到行(&amp;G)…</translation>
    </message>
    <message>
        <source>Go to a line of the preview that is shown.</source>
        <translation>转到当前显示的预览中的某一行。</translation>
    </message>
    <message>
        <source>Toggle Co&amp;mment</source>
        <translation>切换注释(&amp;M)</translation>
    </message>
    <message>
        <source>Make the selected lines of the text comments, or comments lines again.</source>
        <translation>将选中的文本行变为注释，或恢复为普通行。</translation>
    </message>
    <message>
        <source>Copy &amp;Object</source>
        <translation>复制对象(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the Istio object that the cursor is in.</source>
        <translation>复制光标所在的 Istio 对象。</translation>
    </message>
    <message>
        <source>Copy &amp;All Objects</source>
        <translation>复制全部对象(&amp;A)</translation>
    </message>
    <message>
        <source>Copy all Istio objects as one stream of YAML documents.</source>
        <translation>将全部 Istio 对象复制为一个 YAML 文档流。</translation>
    </message>
    <message>
        <source>Add &amp;Rule</source>
        <translation>添加规则(&amp;R)</translation>
    </message>
    <message>
        <source>Add a rule after the selected one.</source>
        <translation>在选中的规则之后添加一条规则。</translation>
    </message>
    <message>
        <source>Add &amp;Destination</source>
        <translation>添加目标(&amp;D)</translation>
    </message>
    <message>
        <source>Add a destination to the selected rule.</source>
        <translation>为选中的规则添加一个目标。</translation>
    </message>
    <message>
        <source>Add Polic&amp;y</source>
        <translation>添加策略(&amp;Y)</translation>
    </message>
    <message>
        <source>Add a policy for another gateway to the current file.</source>
        <translation>在当前文件中为另一个网关添加策略。</translation>
    </message>
    <message>
        <source>Add Aut&amp;horization Policy</source>
        <translation>添加授权策略(&amp;H)</translation>
    </message>
    <message>
        <source>Add an AuthorizationPolicy of the gateway to the current file.</source>
        <translation>在当前文件中添加该网关的 AuthorizationPolicy。</translation>
    </message>
    <message>
        <source>Add &amp;Mesh</source>
        <translation>添加 Mesh(&amp;M)</translation>
    </message>
    <message>
        <source>Add a document with facts about the mesh to the current file.</source>
        <translation>在当前文件中添加一个描述网格事实的文档。</translation>
    </message>
    <message>
        <source>Add E&amp;xpectations</source>
        <translation>添加预期(&amp;X)</translation>
    </message>
    <message>
        <source>Add a document with requests and what is to become of them to the current file.</source>
        <translation>在当前文件中添加一个文档，列出请求及其应有的结果。</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>创建副本(&amp;U)</translation>
    </message>
    <message>
        <source>Copy the selected rules or destinations behind themselves.</source>
        <translation>在选中的规则或目标之后创建其副本。</translation>
    </message>
    <message>
        <source>Move U&amp;p</source>
        <translation>上移(&amp;P)</translation>
    </message>
    <message>
        <source>Move the selected rules or destinations before the one above.</source>
        <translation>将选中的规则或目标移到上一个之前。</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>Move the selected rules or destinations behind the one below.</source>
        <translation>将选中的规则或目标移到下一个之后。</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>删除(&amp;E)</translation>
    </message>
    <message>
        <source>Delete the selected rules, destinations or documents.</source>
        <translation>删除选中的规则、目标或文档。</translation>
    </message>
    <message>
        <source>Re&amp;name Everywhere…</source>
        <translation>全部重命名(&amp;N)…</translation>
    </message>
    <message>
        <source>Give a namespace, a label or a host another name in all documents that are open.</source>
        <translation>在所有打开的文档中重命名一个命名空间、标签或主机。</translation>
    </message>
    <message>
        <source>Choose &amp;Context…</source>
        <translation>选择上下文(&amp;C)…</translation>
    </message>
    <message>
        <source>Show the contexts of your kubeconfig files, to open one or to mark it.</source>
        <translation>显示 kubeconfig 文件中的上下文，以便打开或标记。</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>计划(&amp;P)</translation>
    </message>
    <message>
        <source>Ask the cluster what applying the policy would change there. Nothing is changed.</source>
        <translation>询问集群：应用策略会带来哪些变更。不会做任何修改。</translation>
    </message>
    <message>
        <source>&amp;Apply…</source>
        <translation>应用(&amp;A)…</translation>
    </message>
    <message>
        <source>Go to the plan and the button that applies it.</source>
        <translation>转到计划以及应用它的按钮。</translation>
    </message>
    <message>
        <source>&amp;Delete from Cluster…</source>
        <translation>从集群删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Plan the deletion of everything that was applied for this mesh.</source>
        <translation>计划删除为此网格应用过的所有内容。</translation>
    </message>
    <message>
        <source>&amp;Import Mesh from Cluster</source>
        <translation>从集群导入 Mesh(&amp;I)</translation>
    </message>
    <message>
        <source>Write what the cluster says of its gateways into the Mesh document.</source>
        <translation>将集群中关于网关的信息写入 Mesh 文档。</translation>
    </message>
    <message>
        <source>&amp;Open Policy from Cluster…</source>
        <translation>从集群打开策略(&amp;O)…</translation>
    </message>
    <message>
        <source>Open an ASMEgressTrafficPolicy of the cluster as a new file.</source>
        <translation>将集群中的 ASMEgressTrafficPolicy 作为新文件打开。</translation>
    </message>
    <message>
        <source>Apply &amp;History</source>
        <translation>应用历史(&amp;H)</translation>
    </message>
    <message>
        <source>Show what was applied from this machine, and go back to before it.</source>
        <translation>显示从本机应用过的内容，并可回到应用之前的状态。</translation>
    </message>
    <message>
        <source>Changes by O&amp;thers</source>
        <translation>他人的变更(&amp;T)</translation>
    </message>
    <message>
        <source>Show what others have changed in the objects of your mesh.</source>
        <translation>显示他人对网格对象所做的变更。</translation>
    </message>
    <message>
        <source>C&amp;lose Context</source>
        <translation>关闭上下文(&amp;L)</translation>
    </message>
    <message>
        <source>End the connection to the context that is open.</source>
        <translation>断开与已打开上下文的连接。</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>Look for an action, rule, host, finding or recent file by its name.</source>
        <translation>按名称查找操作、规则、主机、问题或最近的文件。</translation>
    </message>
    <message>
        <source>Go to Rul&amp;e or Host…</source>
        <translation>转到规则或主机(&amp;E)…</translation>
    </message>
    <message>
        <source>Look for a rule, host, finding or recent file by its name.</source>
        <translation>按名称查找规则、主机、问题或最近的文件。</translation>
    </message>
    <message>
        <source>Go to &amp;Navigator</source>
        <translation>转到导航栏(&amp;N)</translation>
    </message>
    <message>
        <source>Put the keyboard into the list of policies and rules.</source>
        <translation>将键盘焦点移到策略和规则列表。</translation>
    </message>
    <message>
        <source>F&amp;ilter Rules</source>
        <translation>筛选规则(&amp;I)</translation>
    </message>
    <message>
        <source>Put the keyboard into the filter of the navigator.</source>
        <translation>将键盘焦点移到导航栏的筛选框。</translation>
    </message>
    <message>
        <source>Go to &amp;Form</source>
        <translation>转到表单(&amp;F)</translation>
    </message>
    <message>
        <source>Put the keyboard into the form.</source>
        <translation>将键盘焦点移到表单。</translation>
    </message>
    <message>
        <source>Go to &amp;Preview</source>
        <translation>转到预览(&amp;P)</translation>
    </message>
    <message>
        <source>Put the keyboard into the preview.</source>
        <translation>将键盘焦点移到预览。</translation>
    </message>
    <message>
        <source>Go to C&amp;hanges</source>
        <translation>转到变更(&amp;H)</translation>
    </message>
    <message>
        <source>Show what has changed since the last saving, the last export or a commit.</source>
        <translation>显示自上次保存、上次导出或某次提交以来的变更。</translation>
    </message>
    <message>
        <source>Go to Pro&amp;blems</source>
        <translation>转到问题(&amp;B)</translation>
    </message>
    <message>
        <source>Show the list of all findings and put the keyboard into it.</source>
        <translation>显示全部问题的列表，并将键盘焦点移到其中。</translation>
    </message>
    <message>
        <source>Go to Cl&amp;uster</source>
        <translation>转到集群(&amp;U)</translation>
    </message>
    <message>
        <source>Show the context that is open, plans, and what was applied.</source>
        <translation>显示已打开的上下文、计划以及已应用的内容。</translation>
    </message>
    <message>
        <source>Ne&amp;xt Problem</source>
        <translation>下一个问题(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the field of the next finding.</source>
        <translation>转到下一个问题所在的字段。</translation>
    </message>
    <message>
        <source>P&amp;revious Problem</source>
        <translation>上一个问题(&amp;R)</translation>
    </message>
    <message>
        <source>Go to the field of the finding before.</source>
        <translation>转到上一个问题所在的字段。</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>Make all text of the window larger.</source>
        <translation>放大窗口中的所有文字。</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>Make all text of the window smaller.</source>
        <translation>缩小窗口中的所有文字。</translation>
    </message>
    <message>
        <source>N&amp;ormal Text Size</source>
        <translation>正常文字大小(&amp;O)</translation>
    </message>
    <message>
        <source>Give text the size that the system says.</source>
        <translation>将文字恢复为系统设定的大小。</translation>
    </message>
    <message>
        <source>&amp;Help on This Field</source>
        <translation>此字段的帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Say what the field with the keyboard means, and what it does on the mesh.</source>
        <translation>说明当前字段的含义，以及它在网格中的作用。</translation>
    </message>
    <message>
        <source>&amp;About Sallyport</source>
        <translation>关于 Sallyport(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence.</source>
        <translation>版本和许可证。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>规则(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>集群(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Trace a Request</source>
        <translation>追踪请求(&amp;T)</translation>
    </message>
    <message>
        <source>Say what becomes of a request to the selected destination, or of the selected expectation.</source>
        <translation>说明到所选目的地的请求，或所选期望的请求，会有什么结果。</translation>
    </message>
    <message>
        <source>Show what becomes of a request and what decides it, and put the keyboard into the request.</source>
        <translation>显示请求的结果以及由什么决定，并将键盘焦点放入请求。</translation>
    </message>
    <message>
        <source>Sho&amp;w Expectations</source>
        <translation>显示期望(&amp;W)</translation>
    </message>
    <message>
        <source>Show which expectations hold and which fail, and put the keyboard into the list.</source>
        <translation>显示哪些期望成立、哪些失败，并将键盘焦点放入列表。</translation>
    </message>
    <message>
        <source>Who &amp;May Reach What</source>
        <translation>谁可以访问什么(&amp;M)</translation>
    </message>
    <message>
        <source>List all that the policies allow: workloads, hosts, ports and gateways.</source>
        <translation>列出策略允许的全部内容：工作负载、主机、端口和网关。</translation>
    </message>
    <message>
        <source>&amp;View Trace</source>
        <translation>查看追踪(&amp;V)</translation>
    </message>
</context>
<context>
    <name>sallyport::ApplyCommand</name>
    <message>
        <source>istio: objects for any Istio mesh; asm: the policies for a mesh with their CRD (default: istio)</source>
        <translation>istio：适用于任何 Istio 网格的对象；asm：适用于有其 CRD 的网格的策略（默认：istio）</translation>
    </message>
    <message>
        <source>delete what the policy does not need any more; more than half of what is there only with all</source>
        <translation>删除策略不再需要的内容；超过现有一半时只有 all 才会删除</translation>
    </message>
    <message>
        <source>write a field that belongs to another manager (may be repeated; all = every one)</source>
        <translation>写入属于其他管理者的字段（可重复；all = 全部）</translation>
    </message>
    <message>
        <source>go on although errors leave something out; deletes nothing then</source>
        <translation>即使有错误使部分内容缺失也继续；此时不删除任何内容</translation>
    </message>
    <message>
        <source>do not ask before something is changed</source>
        <translation>修改之前不询问</translation>
    </message>
    <message>
        <source>how long to wait between phases until all proxies have the configuration (default: 5)</source>
        <translation>各阶段之间等待所有代理收到配置的时间（默认：5）</translation>
    </message>
    <message>
        <source>The policy has errors, and what they concern would be left out</source>
        <translation>策略有错误，涉及的内容会缺失</translation>
    </message>
    <message>
        <source>see the findings above</source>
        <translation>见上面的问题</translation>
    </message>
    <message>
        <source>Nothing on the cluster was changed.</source>
        <translation>集群没有发生任何变化。</translation>
    </message>
    <message>
        <source>Correct them, or use --partial.</source>
        <translation>请更正，或使用 --partial。</translation>
    </message>
    <message>
        <source>There is nothing to apply</source>
        <translation>没有可应用的内容</translation>
    </message>
    <message>
        <source>no document of the input is a policy for a gateway</source>
        <translation>输入中没有针对网关的策略文档</translation>
    </message>
    <message>
        <source>Name the files that hold the policy; sallyport delete removes one from a cluster.</source>
        <translation>请指定包含策略的文件；sallyport delete 用于从集群删除策略。</translation>
    </message>
    <message>
        <source>Apply to %2: %1?</source>
        <translation>应用到 %2：%1？</translation>
    </message>
    <message>
        <source>Delete from %2: %1?</source>
        <translation>从 %2 删除：%1？</translation>
    </message>
    <message>
        <source>show what apply would change on a cluster</source>
        <translation>显示应用会给集群带来的变更</translation>
    </message>
    <message>
        <source>Reads all files as one workspace and compares what they stand for with a cluster, by reading and dry runs only.
Exit status 0: the cluster is as the policy says; 1: apply would change something, or cannot.</source>
        <translation>将所有文件作为一个工作区读取，只通过读取和试运行与集群比较。
退出状态 0：集群与策略一致；1：应用会带来变更，或无法应用。</translation>
    </message>
    <message>
        <source>change a cluster to what the policy says</source>
        <translation>将集群改为策略所述</translation>
    </message>
    <message>
        <source>Plans, shows the plan, asks, and carries it out in an order that never allows more, and never cuts what stays
allowed: guards, gateways and clients are first widened, then switched, then narrowed, with pauses between.
Exit status 3: partly applied; applying again goes on, and revert goes back.</source>
        <translation>制定计划、显示、询问，然后按照绝不多放行流量、绝不切断应保留流量的顺序执行：
守卫、网关和客户端先放宽，再切换，再收窄，其间有停顿。
退出状态 3：部分应用；再次应用会继续，revert 会回退。</translation>
    </message>
    <message>
        <source>which form of the policy is on the cluster (default: istio)</source>
        <translation>集群上是策略的哪种形式（默认：istio）</translation>
    </message>
    <message>
        <source>remove a policy from a cluster</source>
        <translation>从集群移除策略</translation>
    </message>
    <message>
        <source>Deletes everything that was applied for the mesh of these files, clients first and guards last, after showing it.
To take only a part away, change the files and apply them with --prune.</source>
        <translation>显示之后，删除为这些文件的网格应用过的所有内容，先客户端，最后守卫。
要只移除一部分，请修改文件并用 --prune 应用。</translation>
    </message>
</context>
<context>
    <name>sallyport::ApplySet</name>
    <message>
        <source>The ConfigMap that would list our objects belongs to somebody else</source>
        <translation>用于列出我方对象的 ConfigMap 属于他人</translation>
    </message>
    <message>
        <source>Nothing on the cluster was changed.</source>
        <translation>集群没有发生任何变化。</translation>
    </message>
    <message>
        <source>Give the mesh another name, or remove the ConfigMap if nothing uses it.</source>
        <translation>请给网格换一个名称，或在该 ConfigMap 无用时将其删除。</translation>
    </message>
    <message>
        <source>(has no note of being ours)</source>
        <translation>（没有属于我方的标记）</translation>
    </message>
    <message>
        <source>(is the parent of another set)</source>
        <translation>（是另一集合的父级）</translation>
    </message>
</context>
<context>
    <name>sallyport::AuthorizationCursor</name>
    <message>
        <source>TLS and TCP</source>
        <translation>TLS 和 TCP</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自%1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 及另外 %2 个</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
</context>
<context>
    <name>sallyport::AuthorizationPage</name>
    <message>
        <source>What the rule does</source>
        <translation>规则的作用</translation>
    </message>
    <message>
        <source>Without a rule ALLOW allows nothing: whatever goes through the gateway is refused.</source>
        <translation>没有规则的 ALLOW 不放行任何流量：经过该网关的请求都会被拒绝。</translation>
    </message>
    <message>
        <source>A rule says which requests are meant: from whom, to which hosts, by which methods.</source>
        <translation>规则说明针对哪些请求：来自谁、到哪些主机、用哪些方法。</translation>
    </message>
    <message>
        <source>This policy has no rules</source>
        <translation>此策略没有规则</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>添加规则</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) in other rules of this policy.</source>
        <translation>
            <numerusform>此策略的其他规则中有 %n 个问题。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::AuthorizationPanel</name>
    <message>
        <source>AuthorizationPolicy</source>
        <translation>AuthorizationPolicy</translation>
    </message>
    <message>
        <source>DENY: refuse what a rule matches</source>
        <translation>DENY：拒绝规则匹配的请求</translation>
    </message>
    <message>
        <source>ALLOW: refuse what no rule matches</source>
        <translation>ALLOW：拒绝没有规则匹配的请求</translation>
    </message>
    <message>
        <source>AUDIT: only mark what a rule matches</source>
        <translation>AUDIT：只标记规则匹配的请求</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Remove this rule</source>
        <translation>移除此规则</translation>
    </message>
    <message>
        <source>Remove rule %1</source>
        <translation>移除规则 %1</translation>
    </message>
    <message>
        <source>Move rule %1</source>
        <translation>移动规则 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::AuthorizationRequestPanel</name>
    <message>
        <source>2 Requests</source>
        <translation>2 请求</translation>
    </message>
    <message>
        <source>Add an operation</source>
        <translation>添加操作</translation>
    </message>
    <message>
        <source>Remove this operation</source>
        <translation>移除此操作</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Add a host…</source>
        <translation>添加主机…</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Add a path…</source>
        <translation>添加路径…</translation>
    </message>
    <message>
        <source>Also, as text only: %1</source>
        <translation>另有，仅限文本：%1</translation>
    </message>
    <message>
        <source>operation %1</source>
        <translation>操作 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::AuthorizationSourcePanel</name>
    <message>
        <source>1 From</source>
        <translation>1 来源</translation>
    </message>
    <message>
        <source>Or also, as text only: %1</source>
        <translation>或另有，仅限文本：%1</translation>
    </message>
</context>
<context>
    <name>sallyport::AuthorizationWords</name>
    <message>
        <source>Rule %1 of %2: %3</source>
        <translation>规则 %1 / %2：%3</translation>
    </message>
    <message>
        <source>Dry run, so nothing is enforced. %1</source>
        <translation>试运行，因此不会强制执行。%1</translation>
    </message>
    <message>
        <source>It protects no gateway of the workspace and is not part of the output; choose one to edit its rules here. %1</source>
        <translation>它不保护工作区的任何网关，也不进入输出；请选择一个网关，以在此编辑其规则。%1</translation>
    </message>
</context>
<context>
    <name>sallyport::BulkPanel</name>
    <message>
        <source>&amp;Change All</source>
        <translation>全部修改(&amp;C)</translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation>重置(&amp;E)</translation>
    </message>
    <message>
        <source>Form of several rules</source>
        <translation>多条规则的表单</translation>
    </message>
    <message>
        <source>Change what was touched, at all of them, in one step that can be undone.</source>
        <translation>将改动的内容应用到全部选中项，作为一步操作，可以撤销。</translation>
    </message>
    <message>
        <source>Forget what was typed here.</source>
        <translation>放弃此处输入的内容。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>HTTPS upgrade</source>
        <translation>HTTPS 升级</translation>
    </message>
    <message>
        <source>Gateway port</source>
        <translation>网关端口</translation>
    </message>
    <message>
        <source>Several documents</source>
        <translation>多个文档</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1，含 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln destination(s)</source>
        <translation>
            <numerusform>%Ln 个目标</numerusform>
        </translation>
    </message>
    <message>
        <source>(different)</source>
        <translation>（不同）</translation>
    </message>
    <message>
        <source>%1 cannot be empty.</source>
        <translation>%1 不能为空。</translation>
    </message>
    <message>
        <source>Labels are written as app=sleep, tier=web, each key once.</source>
        <translation>标签写作 app=sleep, tier=web，每个键一次。</translation>
    </message>
    <message>
        <source>Changes %1.</source>
        <translation>修改 %1。</translation>
    </message>
    <message>
        <source>What you change here changes at all of them.</source>
        <translation>此处的修改应用到全部选中项。</translation>
    </message>
    <message>
        <source>All of them say that already.</source>
        <translation>它们都已如此。</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>修改 %2 的 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::CasePanel</name>
    <message>
        <source>Selected case</source>
        <translation>选中的用例</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Add a label…</source>
        <translation>添加标签…</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Add a header…</source>
        <translation>添加请求头…</translation>
    </message>
</context>
<context>
    <name>sallyport::CasesPanel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Expectations</translation>
    </message>
    <message>
        <source>Add a case…</source>
        <translation>添加用例…</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>添加用例</translation>
    </message>
    <message>
        <source>Remove the selected cases</source>
        <translation>移除选中的用例</translation>
    </message>
    <message>
        <source>A case is a request of a workload and what should come of it.</source>
        <translation>用例是某个工作负载的一个请求及其应有的结果。</translation>
    </message>
</context>
<context>
    <name>sallyport::ChangesModel</name>
    <message numerus="yes">
        <source>⋯ %Ln line(s) that are the same</source>
        <translation>
            <numerusform>⋯ %Ln 行相同</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1（新增）</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1（已移除）</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Before and now</source>
        <translation>之前和现在</translation>
    </message>
</context>
<context>
    <name>sallyport::ChangesTab</name>
    <message>
        <source>Side by si&amp;de</source>
        <translation>并排显示(&amp;D)</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>The lines that differ. Enter goes to the field of a line.</source>
        <translation>有差异的行。按 Enter 转到该行的字段。</translation>
    </message>
    <message>
        <source>Nothing was compared yet.</source>
        <translation>尚未进行比较。</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>此文件</translation>
    </message>
    <message>
        <source>Istio objects</source>
        <translation>Istio 对象</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>上次保存</translation>
    </message>
    <message>
        <source>Last exported</source>
        <translation>上次导出</translation>
    </message>
    <message>
        <source>Git revision</source>
        <translation>Git 修订</translation>
    </message>
    <message>
        <source>What to compare</source>
        <translation>比较什么</translation>
    </message>
    <message>
        <source>The text of the file, or the objects that the policies compile to.</source>
        <translation>文件的文本，或策略编译出的对象。</translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation>与什么比较</translation>
    </message>
    <message>
        <source>The state that the present one is compared with.</source>
        <translation>与当前状态进行比较的状态。</translation>
    </message>
    <message>
        <source>The commit whose version of the file is compared.</source>
        <translation>与该提交中的文件版本进行比较。</translation>
    </message>
    <message>
        <source>a&amp;gainst</source>
        <translation>与(&amp;G)</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>上一处差异</translation>
    </message>
    <message>
        <source>Go to the difference before (Alt+Up).</source>
        <translation>转到上一处差异 (Alt+Up)。</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>下一处差异</translation>
    </message>
    <message>
        <source>Go to the next difference (Alt+Down).</source>
        <translation>转到下一处差异 (Alt+Down)。</translation>
    </message>
    <message>
        <source>No file is open, so there is nothing to compare.</source>
        <translation>没有打开的文件，因此没有可比较的内容。</translation>
    </message>
    <message>
        <source>Nothing was exported from these files yet. Export them, and what changes from then on is shown here.</source>
        <translation>尚未从这些文件导出。导出之后的变更会显示在这里。</translation>
    </message>
    <message>
        <source>This file has no name yet, so Git does not know it. Save it, and commit it.</source>
        <translation>此文件还没有名称，因此 Git 不知道它。请保存并提交。</translation>
    </message>
    <message>
        <source>Asking Git…</source>
        <translation>正在询问 Git…</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>revision · date · subject</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>No differences: it is as it was last saved.</source>
        <translation>没有差异：与上次保存时相同。</translation>
    </message>
    <message>
        <source>No differences: it is as it was last exported.</source>
        <translation>没有差异：与上次导出时相同。</translation>
    </message>
    <message>
        <source>No differences: it is as in that revision.</source>
        <translation>没有差异：与该修订相同。</translation>
    </message>
    <message numerus="yes">
        <source>+%L1 −%L2 in %Ln place(s)</source>
        <translation>
            <numerusform>%Ln 处：+%L1 −%L2</numerusform>
        </translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Nothing is newly allowed.</source>
        <translation>没有新允许的访问。</translation>
    </message>
    <message>
        <source>There is new access.</source>
        <translation>有新的访问。</translation>
    </message>
</context>
<context>
    <name>sallyport::CheckCommand</name>
    <message>
        <source>There is nothing to check</source>
        <translation>没有可检查的内容</translation>
    </message>
    <message>
        <source>no document of the input is an ASMEgressTrafficPolicy, AuthorizationPolicy, Mesh or Expectations</source>
        <translation>输入中没有 ASMEgressTrafficPolicy、AuthorizationPolicy、Mesh 或 Expectations 文档</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Name the files that hold the policy.</source>
        <translation>请指定包含策略的文件。</translation>
    </message>
    <message>
        <source>report findings and failed expectations: what is wrong, where, and what to do</source>
        <translation>报告问题和未通过的预期：哪里有什么问题，该怎么做</translation>
    </message>
    <message>
        <source>Reads all files as one workspace, reports every finding with its place and its code, and traces the requests of
Expectations documents: what comes out otherwise than expected is a failure.
A folder stands for all *.yaml, *.yml and *.json files below it, &quot;-&quot; for standard input.
&quot;sallyport explain CODE&quot; tells more about a code.</source>
        <translation>将所有文件作为一个工作区读取，报告每个问题的位置和代码，并追踪 Expectations 文档中的请求：
结果与预期不同即为失败。
文件夹代表其下所有 *.yaml、*.yml 和 *.json 文件，&quot;-&quot; 代表标准输入。
&quot;sallyport explain CODE&quot; 给出某个代码的更多说明。</translation>
    </message>
    <message>
        <source>warnings count as failures, and so do expectations whose outcome is unknown</source>
        <translation>警告和结果未知的预期也算失败</translation>
    </message>
    <message>
        <source>how findings are written (default: text)</source>
        <translation>问题的输出格式（默认：text）</translation>
    </message>
    <message>
        <source>expectations: %1 hold</source>
        <translation>预期：%1 个通过</translation>
    </message>
    <message>
        <source>%1 fail</source>
        <translation>%1 个失败</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 个未知</translation>
    </message>
    <message>
        <source>An expectation does not hold, or nobody can tell</source>
        <translation>某个预期未通过，或无法判定</translation>
    </message>
    <message>
        <source>A request of an Expectations document was traced.</source>
        <translation>追踪了 Expectations 文档中的一个请求。</translation>
    </message>
</context>
<context>
    <name>sallyport::Clipboard</name>
    <message>
        <source>Nothing was pasted.</source>
        <translation>没有粘贴任何内容。</translation>
    </message>
    <message>
        <source>The policy is as it was.</source>
        <translation>策略保持不变。</translation>
    </message>
    <message>
        <source>The clipboard holds no rule, destination or host.</source>
        <translation>剪贴板中没有规则、目标或主机。</translation>
    </message>
    <message>
        <source>It is a %1, not a part of an egress policy.</source>
        <translation>它是 %1，不是出口流量策略的一部分。</translation>
    </message>
    <message>
        <source>It has no %1.</source>
        <translation>它没有 %1。</translation>
    </message>
    <message>
        <source>This part of it is neither a rule, a destination nor a host.</source>
        <translation>它的这一部分既不是规则、目标，也不是主机。</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>Select the rule that they are to go to first.</source>
        <translation>请先选择它们要加入的规则。</translation>
    </message>
    <message>
        <source>Select the destination that the hosts are to go to first.</source>
        <translation>请先选择这些主机要加入的目标。</translation>
    </message>
</context>
<context>
    <name>sallyport::ClipboardCommands</name>
    <message>
        <source>Copied %1 as YAML.</source>
        <translation>已将 %1 复制为 YAML。</translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>没有粘贴任何内容。</translation>
    </message>
    <message>
        <source>All files are as they were.</source>
        <translation>所有文件保持不变。</translation>
    </message>
    <message>
        <source>Select the policy that %1 shall go to first.</source>
        <translation>请先选择 %1 要加入的策略。</translation>
    </message>
    <message>
        <source>Nothing was pasted: all of it is there already.</source>
        <translation>没有粘贴任何内容：这些内容都已存在。</translation>
    </message>
</context>
<context>
    <name>sallyport::ClusterCommands</name>
    <message>
        <source>Applying to %1 is not finished.</source>
        <translation>应用到 %1 尚未完成。</translation>
    </message>
    <message>
        <source>It can be stopped after the writes under way. What was written stays, and nothing is allowed on the cluster that neither state allows; a new plan goes on from there.</source>
        <translation>正在进行的写入完成后可以停止。已写入的内容会保留，集群不会放行两种状态都不放行的流量；新的计划可从那里继续。</translation>
    </message>
    <message>
        <source>&amp;Stop and Close</source>
        <translation>停止并关闭(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep Applying</source>
        <translation>继续应用(&amp;K)</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>The Mesh says already what %1 says.</source>
        <translation>Mesh 已包含 %1 所说的内容。</translation>
    </message>
    <message>
        <source>The kubeconfig context that is open. Click to choose one.</source>
        <translation>已打开的 kubeconfig 上下文。点击可选择。</translation>
    </message>
    <message>
        <source>Context: (none)</source>
        <translation>上下文：（无）</translation>
    </message>
    <message>
        <source>Context: %1</source>
        <translation>上下文：%1</translation>
    </message>
    <message>
        <source>Cluster: Open context %1</source>
        <translation>集群：打开上下文 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ClusterFacts</name>
    <message>
        <source>Kubernetes</source>
        <translation>Kubernetes</translation>
    </message>
    <message>
        <source>This server drops fields that it does not know without a word: each plan compares what was sent with what came back.</source>
        <translation>此服务器会悄悄丢弃不认识的字段：每次计划都会比较发送与返回的内容。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Whether sidecars block what no rule opens could not be read.</source>
        <translation>无法得知 Sidecar 是否阻止没有规则放行的流量。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>What no rule opens is blocked.</source>
        <translation>没有规则放行的流量会被阻止。</translation>
    </message>
    <message>
        <source>no (ALLOW_ANY)</source>
        <translation>否 (ALLOW_ANY)</translation>
    </message>
    <message>
        <source>no ports</source>
        <translation>没有端口</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Istio</source>
        <translation>Istio</translation>
    </message>
    <message>
        <source>Gateway %1</source>
        <translation>网关 %1</translation>
    </message>
    <message>
        <source>%1/%2: %3</source>
        <translation>%1/%2：%3</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>You may not read it, or it is not there: it is taken as the Mesh says.</source>
        <translation>您可能无权读取，或它不存在：以 Mesh 所述为准。</translation>
    </message>
    <message>
        <source>Missing right</source>
        <translation>缺少权限</translation>
    </message>
    <message>
        <source>You may not %1.</source>
        <translation>您无权 %1。</translation>
    </message>
    <message>
        <source>Objects of others</source>
        <translation>他人的对象</translation>
    </message>
</context>
<context>
    <name>sallyport::ClusterFlow</name>
    <message>
        <source>Nobody was there to confirm the plan</source>
        <translation>没有人确认计划</translation>
    </message>
    <message>
        <source>Nothing on the cluster was changed.</source>
        <translation>集群没有发生任何变化。</translation>
    </message>
    <message>
        <source>Run the command on a terminal, or add --yes.</source>
        <translation>请在终端中运行该命令，或添加 --yes。</translation>
    </message>
    <message>
        <source>waiting %1 s until all proxies have it</source>
        <translation>等待 %1 秒，直到所有代理都收到配置</translation>
    </message>
    <message>
        <source>being deleted, its finalizers keep it for now:</source>
        <translation>正在删除，其 finalizer 暂时保留它：</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>已应用</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled after %1 writes. Applying again goes on; revert goes back.</source>
        <translation>写入 %1 次后取消。再次应用会继续；revert 会回退。</translation>
    </message>
    <message>
        <source>To go back: sallyport revert %1 --context %2</source>
        <translation>要回退：sallyport revert %1 --context %2</translation>
    </message>
    <message>
        <source>the kubeconfig&apos;s context (default: its current one)</source>
        <translation>kubeconfig 的上下文（默认：其当前上下文）</translation>
    </message>
    <message>
        <source>this kubeconfig alone, as kubectl&apos;s option</source>
        <translation>只用此 kubeconfig，与 kubectl 的选项相同</translation>
    </message>
    <message>
        <source>text or json (default: text)</source>
        <translation>text 或 json（默认：text）</translation>
    </message>
    <message>
        <source>--pause takes seconds, 0 to 3600</source>
        <translation>--pause 的单位是秒，0 到 3600</translation>
    </message>
    <message>
        <source>The server is busy, waiting %1 s.</source>
        <translation>服务器繁忙，等待 %1 秒。</translation>
    </message>
    <message>
        <source>The context is marked as read-only</source>
        <translation>该上下文标记为只读</translation>
    </message>
    <message>
        <source>Take the mark off in the window&apos;s list of contexts, if it is meant.</source>
        <translation>如确需修改，请在窗口的上下文列表中取消标记。</translation>
    </message>
</context>
<context>
    <name>sallyport::ClusterLink</name>
    <message>
        <source>The cluster could not be opened.</source>
        <translation>无法打开集群。</translation>
    </message>
</context>
<context>
    <name>sallyport::ClusterView</name>
    <message>
        <source>Contexts</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Changes by Others</source>
        <translation>他人的变更</translation>
    </message>
    <message>
        <source>Pages of the cluster</source>
        <translation>集群的页面</translation>
    </message>
    <message>
        <source>The server is busy, waiting %1 s.</source>
        <translation>服务器繁忙，等待 %1 秒。</translation>
    </message>
    <message>
        <source>Changes by Others (%1)</source>
        <translation>他人的变更 (%1)</translation>
    </message>
    <message>
        <source>Plan Again</source>
        <translation>重新计划</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>An apply is under way.</source>
        <translation>正在应用。</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>它会继续进行。</translation>
    </message>
    <message>
        <source>Wait for its end, or cancel it, before you open another context.</source>
        <translation>请等待其结束或取消它，再打开其他上下文。</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1？</translation>
    </message>
    <message>
        <source>Nothing was changed so far.</source>
        <translation>目前没有修改任何内容。</translation>
    </message>
    <message>
        <source>The context is marked as production.</source>
        <translation>该上下文标记为生产环境。</translation>
    </message>
    <message>
        <source>No context is open</source>
        <translation>没有打开上下文</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1…</translation>
    </message>
    <message>
        <source>Planning for %1…</source>
        <translation>正在为 %1 制定计划…</translation>
    </message>
    <message>
        <source>Applying to %1…</source>
        <translation>正在应用到 %1…</translation>
    </message>
    <message>
        <source>Your policy is as it was.</source>
        <translation>您的策略保持不变。</translation>
    </message>
    <message>
        <source>Plan again to see what applying it would change now.</source>
        <translation>重新计划，查看现在应用会带来哪些变更。</translation>
    </message>
    <message>
        <source>Go Back…</source>
        <translation>回退…</translation>
    </message>
    <message numerus="yes">
        <source>It is done: %n write(s) to %1.</source>
        <translation>
            <numerusform>已完成：向 %1 写入 %n 次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n write(s) to %1.</source>
        <translation>
            <numerusform>向 %1 写入 %n 次后停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is allowed there that neither state allows.</source>
        <translation>那里没有放行两种状态都不放行的流量。</translation>
    </message>
    <message>
        <source>Plan again to go on, or go back.</source>
        <translation>重新计划以继续，或回退。</translation>
    </message>
    <message numerus="yes">
        <source>%n write(s) were done before. Nothing is allowed there that neither state allows.</source>
        <translation>
            <numerusform>之前已完成 %n 次写入。那里不允许任何两种状态都不允许的访问。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::CommandLine</name>
    <message>
        <source>There is no command or file of this name</source>
        <translation>没有这个名称的命令或文件</translation>
    </message>
    <message>
        <source>Nothing was read or written.</source>
        <translation>没有读取或写入任何内容。</translation>
    </message>
    <message>
        <source>See sallyport --help for the commands; a file in the current folder can be named ./%1.</source>
        <translation>命令见 sallyport --help；当前文件夹中的文件可写作 ./%1。</translation>
    </message>
    <message>
        <source>--%1 takes %2, not &apos;%3&apos;.</source>
        <translation>--%1 接受 %2，而不是“%3”。</translation>
    </message>
    <message>
        <source>Qt        %1</source>
        <translation>Qt    %1</translation>
    </message>
    <message>
        <source>settings  %1</source>
        <translation>设置  %1</translation>
    </message>
    <message>
        <source>state     %1</source>
        <translation>状态  %1</translation>
    </message>
    <message>
        <source>cache     %1</source>
        <translation>缓存  %1</translation>
    </message>
    <message>
        <source>Exit status: 0 done; 1 the answer is no (for example error findings); 2 could not run, or failed; 3 partly applied.</source>
        <translation>退出状态：0 完成；1 答案为否（例如有错误）；2 无法运行或失败；3 部分应用。</translation>
    </message>
    <message>
        <source>open the editor</source>
        <translation>打开编辑器</translation>
    </message>
    <message>
        <source>run a command; no display is needed</source>
        <translation>运行命令；不需要显示器</translation>
    </message>
    <message>
        <source>show this help; COMMAND --help shows that of a command</source>
        <translation>显示此帮助；COMMAND --help 显示该命令的帮助</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>show the version and where settings, state and cache are kept</source>
        <translation>显示版本，以及设置、状态和缓存的保存位置</translation>
    </message>
    <message>
        <source>Sallyport edits the egress policy of a service mesh and compiles it to Istio objects.</source>
        <translation>Sallyport 编辑服务网格的出口流量策略，并将其编译为 Istio 对象。</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>显示此帮助</translation>
    </message>
    <message>
        <source>The command could not be run</source>
        <translation>无法运行该命令</translation>
    </message>
    <message>
        <source>Usage: sallyport %1 %2. See sallyport %1 --help.</source>
        <translation>用法：sallyport %1 %2。见 sallyport %1 --help。</translation>
    </message>
</context>
<context>
    <name>sallyport::CommandPalette</name>
    <message>
        <source>What to look for</source>
        <translation>查找内容</translation>
    </message>
    <message>
        <source>Up and Down choose among the matches, Enter takes one, Escape closes.</source>
        <translation>上下键选择匹配项，Enter 采用，Escape 关闭。</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>没有匹配项。</translation>
    </message>
    <message numerus="yes">
        <source>%n matches; the best are shown.</source>
        <translation>
            <numerusform>%n 个匹配项；显示最佳的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matches.</source>
        <translation>
            <numerusform>%n 个匹配项。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::CompileCommand</name>
    <message>
        <source>There is nothing to compile</source>
        <translation>没有可编译的内容</translation>
    </message>
    <message>
        <source>no document of the input is an ASMEgressTrafficPolicy or an AuthorizationPolicy of an egress gateway</source>
        <translation>输入中没有 ASMEgressTrafficPolicy 或出口网关的 AuthorizationPolicy 文档</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Name the files that hold the policy.</source>
        <translation>请指定包含策略的文件。</translation>
    </message>
    <message>
        <source>The export was refused</source>
        <translation>导出被拒绝</translation>
    </message>
    <message>
        <source>Because of the errors above something would be missing. Repair them, or pass --partial to write the rest.</source>
        <translation>由于上述错误，部分内容会缺失。请修复，或传入 --partial 写出其余部分。</translation>
    </message>
    <message>
        <source>%1 files created, %2 changed, %3 unchanged, %4 removed</source>
        <translation>创建 %1 个文件，修改 %2 个，未变 %3 个，移除 %4 个</translation>
    </message>
    <message>
        <source>Removed, because they are not exported any more:</source>
        <translation>已移除，因为不再导出：</translation>
    </message>
    <message>
        <source>Left from an earlier export (--remove-stale removes them):</source>
        <translation>以前的导出遗留（--remove-stale 会移除）：</translation>
    </message>
    <message>
        <source>Perhaps left from an earlier export; policies carry no mark of it, so remove them by hand if they are:</source>
        <translation>可能是以前的导出遗留；策略没有标记，如确是遗留请手动移除：</translation>
    </message>
    <message>
        <source>--remove-stale needs -o DIR</source>
        <translation>--remove-stale 需要 -o DIR</translation>
    </message>
    <message>
        <source>write the objects that a policy stands for</source>
        <translation>写出策略所代表的对象</translation>
    </message>
    <message>
        <source>Reads all files as one workspace and writes its objects to standard output, or with -o a file for each object
and a kustomization.yaml. A folder stands for all *.yaml, *.yml and *.json files below it, &quot;-&quot; for standard input.
Where findings are errors, the rest is compiled, the findings go to standard error and the exit status is 1.</source>
        <translation>将所有文件作为一个工作区读取，将其对象写到标准输出；使用 -o 时每个对象一个文件，
并写出 kustomization.yaml。文件夹代表其下所有 *.yaml、*.yml 和 *.json 文件，&quot;-&quot; 代表标准输入。
有错误时，其余部分照常编译，问题输出到标准错误，退出状态为 1。</translation>
    </message>
    <message>
        <source>write files into this folder; an existing kustomization.yaml is extended</source>
        <translation>将文件写入此文件夹；扩充已有的 kustomization.yaml</translation>
    </message>
    <message>
        <source>remove the files of an earlier export that are not exported any more</source>
        <translation>移除以前导出而现在不再导出的文件</translation>
    </message>
    <message>
        <source>write to the folder even though errors leave something out; removes nothing</source>
        <translation>即使有错误使部分内容缺失也写入文件夹；不移除任何内容</translation>
    </message>
</context>
<context>
    <name>sallyport::ConflictFinder</name>
    <message>
        <source>For namespace %1, %2 and %3 ask for one port of one host in two ways, and a sidecar listens in only one. Both are left out; the other destinations are compiled. Give both the same protocol, or another port.</source>
        <translation>在命名空间 %1 中，%2 和 %3 以两种方式请求同一主机的同一端口，而 Sidecar 只以一种方式监听。两者都不进入输出；其他目标照常编译。请让两者使用相同的协议，或换一个端口。</translation>
    </message>
    <message>
        <source>Change the protocol to %1</source>
        <translation>将协议改为 %1</translation>
    </message>
    <message>
        <source>Port %1 of %2 would be dialled as port %3 and as port %4, and the gateways of a namespace know one port of a host in one way. Both destinations are left out; the others are compiled. Give both the same target port.</source>
        <translation>%2 的端口 %1 既要访问端口 %3 又要访问端口 %4，而命名空间的网关对主机的一个端口只有一种认识。两个目标都不进入输出；其他目标照常编译。请让两者使用相同的目标端口。</translation>
    </message>
    <message>
        <source>The gateway would speak %1 and %2 to port %3 of %4, and it speaks to a port of a host in one way. Both destinations are left out; the others are compiled. Give both the same protocol.</source>
        <translation>网关要以 %1 和 %2 访问 %4 的端口 %3，而它只以一种方式访问主机的一个端口。两个目标都不进入输出；其他目标照常编译。请让两者使用相同的协议。</translation>
    </message>
    <message>
        <source>Ports %1 and %2 of %3 both go through port %4 of gateway %5, which could not tell them apart. Both destinations are left out; the others are compiled. Use another gateway port for one of them.</source>
        <translation>%3 的端口 %1 和 %2 都经由网关 %5 的端口 %4，网关无法区分它们。两个目标都不进入输出；其他目标照常编译。请为其中一个使用其他网关端口。</translation>
    </message>
    <message>
        <source>upgraded to HTTPS on port %1</source>
        <translation>升级为端口 %1 的 HTTPS</translation>
    </message>
    <message>
        <source>not upgraded</source>
        <translation>不升级</translation>
    </message>
    <message>
        <source>Through port %1 of gateway %2, %3 is both %4 and %5. Both destinations are left out; the others are compiled. Make the two agree, or use another gateway port for one of them.</source>
        <translation>经由网关 %2 的端口 %1，%3 既%4又%5。两个目标都不进入输出；其他目标照常编译。请使两者一致，或为其中一个使用其他网关端口。</translation>
    </message>
    <message>
        <source>The mesh knows no address of %1, so in namespace %2 every TCP connection to port %3, whatever its address, would end at it. Give its addresses in the Mesh, or turn on DNS capture.</source>
        <translation>网格不知道 %1 的地址，因此在命名空间 %2 中，到端口 %3 的所有 TCP 连接，无论地址为何，都会到达它。请在 Mesh 中给出其地址，或启用 DNS 捕获。</translation>
    </message>
    <message>
        <source>In namespace %1 both %2 and %3 would take all of port %4, because the mesh knows the addresses of neither; one would get the connections of the other. Both are left out; the other hosts are compiled. Give their addresses in the Mesh.</source>
        <translation>在命名空间 %1 中，%2 和 %3 都会占用整个端口 %4，因为网格不知道两者的地址；一个会得到另一个的连接。两者都不进入输出；其他主机照常编译。请在 Mesh 中给出它们的地址。</translation>
    </message>
    <message>
        <source>In namespace %1 a TCP connection to %2 on port %3 could be meant for %4 or for %5: the Mesh gives both that address. Both are left out; the other hosts are compiled. Give each an address of its own.</source>
        <translation>在命名空间 %1 中，到 %2 端口 %3 的 TCP 连接可能是发往 %4 或 %5：Mesh 给两者都写了该地址。两者都不进入输出；其他主机照常编译。请为它们各自给出地址。</translation>
    </message>
    <message>
        <source>Use gateway port %1</source>
        <translation>使用网关端口 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ConflictsPanel</name>
    <message>
        <source>&amp;Keep Theirs</source>
        <translation>保留对方的(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Take Over</source>
        <translation>接管(&amp;T)</translation>
    </message>
    <message>
        <source>Lea&amp;ve Object Out</source>
        <translation>排除对象(&amp;V)</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>我方的</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Fields that belong to somebody else and would get another value.</source>
        <translation>属于他人、并将得到另一个值的字段。</translation>
    </message>
    <message>
        <source>Their value stays, and the field is not written. It is remembered for the next plan.</source>
        <translation>保留对方的值，不写入该字段。下次计划会记住这一点。</translation>
    </message>
    <message>
        <source>Our value is written, and the field is ours from then on.</source>
        <translation>写入我方的值，此后该字段归我方所有。</translation>
    </message>
    <message>
        <source>The object stays as it is on the cluster.</source>
        <translation>该对象在集群上保持不变。</translation>
    </message>
    <message>
        <source>(the whole object)</source>
        <translation>（整个对象）</translation>
    </message>
    <message>
        <source>Object left out</source>
        <translation>对象已排除</translation>
    </message>
</context>
<context>
    <name>sallyport::Console</name>
    <message>
        <source>Standard input could not be read.</source>
        <translation>无法读取标准输入。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Its reader went away. Run the command again with a reader that takes all of it.</source>
        <translation>读取方已退出。请用能读完全部内容的读取方重新运行。</translation>
    </message>
    <message>
        <source>It is closed. Run the command again with an open one.</source>
        <translation>它已关闭。请在其打开时重新运行。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, or write to another disk, and run the command again.</source>
        <translation>磁盘已满。请腾出空间或写到其他磁盘，然后重新运行。</translation>
    </message>
    <message>
        <source>Run the command again, or write to another place.</source>
        <translation>请重新运行，或写到其他位置。</translation>
    </message>
    <message>
        <source>Standard output could not be written</source>
        <translation>无法写入标准输出</translation>
    </message>
    <message>
        <source>what arrived there is not complete</source>
        <translation>到达那里的内容不完整</translation>
    </message>
    <message>
        <source>The input files are as they were.</source>
        <translation>输入文件保持不变。</translation>
    </message>
    <message>
        <source>Pass the text through a pipe, or name a file.</source>
        <translation>请通过管道传入文本，或指定文件。</translation>
    </message>
    <message>
        <source>It has more than 64 MiB. Split it into several files.</source>
        <translation>它超过 64 MiB。请拆分为多个文件。</translation>
    </message>
</context>
<context>
    <name>sallyport::ContextMark</name>
    <message>
        <source>production</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
</context>
<context>
    <name>sallyport::ContextsModel</name>
    <message>
        <source>%1 (open)</source>
        <translation>%1（已打开）</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Kubeconfig</source>
        <translation>Kubeconfig</translation>
    </message>
</context>
<context>
    <name>sallyport::ContextsPage</name>
    <message>
        <source>&amp;Open Context</source>
        <translation>打开上下文(&amp;O)</translation>
    </message>
    <message>
        <source>C&amp;lose Context</source>
        <translation>关闭上下文(&amp;L)</translation>
    </message>
    <message>
        <source>Filter contexts</source>
        <translation>筛选上下文</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>The contexts of your kubeconfig files. Enter opens one.</source>
        <translation>kubeconfig 文件中的上下文。按 Enter 打开。</translation>
    </message>
    <message>
        <source>No mark</source>
        <translation>无标记</translation>
    </message>
    <message>
        <source>Production: ask before applying</source>
        <translation>生产环境：应用前询问</translation>
    </message>
    <message>
        <source>Read-only: never apply</source>
        <translation>只读：从不应用</translation>
    </message>
    <message>
        <source>Mark of the context</source>
        <translation>上下文的标记</translation>
    </message>
    <message>
        <source>What may be done with the selected context. It counts on the command line, too.</source>
        <translation>允许对选中的上下文做什么。命令行同样遵守。</translation>
    </message>
    <message>
        <source>Connects to the cluster and looks at it. Nothing is changed there.</source>
        <translation>连接集群并查看。不会做任何修改。</translation>
    </message>
    <message>
        <source>Ends the connection to the context that is open.</source>
        <translation>断开与已打开上下文的连接。</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>No cluster is configured</source>
        <translation>没有配置集群</translation>
    </message>
    <message>
        <source>There is no kubeconfig with a context. Sallyport reads the files that kubectl reads: those of KUBECONFIG, else ~/.kube/config.</source>
        <translation>没有含上下文的 kubeconfig。Sallyport 读取 kubectl 读取的文件：KUBECONFIG 指定的文件，否则为 ~/.kube/config。</translation>
    </message>
    <message>
        <source>Correct the file, and look again.</source>
        <translation>请改正该文件，然后再看一次。</translation>
    </message>
</context>
<context>
    <name>sallyport::DestinationPanel</name>
    <message>
        <source>2 Destination</source>
        <translation>2 目标</translation>
    </message>
    <message>
        <source>Add a host to %1</source>
        <translation>为 %1 添加主机</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n host(s) from %1</source>
        <translation>
            <numerusform>从 %1 移除 %n 个主机</numerusform>
        </translation>
    </message>
    <message>
        <source>Move host %1</source>
        <translation>移动主机 %1</translation>
    </message>
    <message>
        <source>All of these hosts are there already.</source>
        <translation>这些主机都已存在。</translation>
    </message>
    <message numerus="yes">
        <source>Move %n host(s)</source>
        <translation>
            <numerusform>移动 %n 个主机</numerusform>
        </translation>
    </message>
    <message>
        <source>Sort the hosts of %1</source>
        <translation>对 %1 的主机排序</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>拆分 %1</translation>
    </message>
    <message>
        <source>Remove the duplicate hosts of %1</source>
        <translation>移除 %1 的重复主机</translation>
    </message>
    <message>
        <source>Remove an empty host from %1</source>
        <translation>从 %1 移除空主机</translation>
    </message>
</context>
<context>
    <name>sallyport::DiffCommand</name>
    <message>
        <source>Newly allowed:</source>
        <translation>新放行：</translation>
    </message>
    <message>
        <source>No longer allowed:</source>
        <translation>不再放行：</translation>
    </message>
    <message>
        <source>The access is the same.</source>
        <translation>访问许可相同。</translation>
    </message>
    <message>
        <source>The new policies allow what the old ones do not</source>
        <translation>新策略放行了旧策略不放行的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are newly allowed</source>
        <translation>
            <numerusform>新放行 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Review the entries listed as newly allowed, or leave --no-new-access out.</source>
        <translation>请检查列为新放行的条目，或去掉 --no-new-access。</translation>
    </message>
    <message>
        <source>It is not known whether the access grew</source>
        <translation>不知道访问许可是否扩大</translation>
    </message>
    <message>
        <source>the new policies have errors, and what has an error is counted as closed</source>
        <translation>新策略有错误，而有错误的内容视为关闭</translation>
    </message>
    <message>
        <source>Repair the errors above and compare again.</source>
        <translation>请修复上述错误后重新比较。</translation>
    </message>
    <message>
        <source>two inputs are compared: the old one and the new one</source>
        <translation>比较两个输入：旧的和新的</translation>
    </message>
    <message>
        <source>compare two sets of policies by what they allow</source>
        <translation>比较两组策略放行的内容</translation>
    </message>
    <message>
        <source>Says which workloads may reach which hosts with NEW and not with OLD, and the other way round, however the policies are written. Each input is a file, a folder, or &quot;-&quot; for standard input.
What moves to another gateway, or to another port of the host, is listed as newly allowed there and no longer allowed here.</source>
        <translation>说明哪些工作负载在 NEW 中可以访问哪些主机而在 OLD 中不可以，以及反之，与策略的写法无关。每个输入是文件、文件夹，或代表标准输入的 &quot;-&quot;。
改走其他网关或主机其他端口的内容，在新处列为新放行，在旧处列为不再放行。</translation>
    </message>
    <message>
        <source>end with status 1 where something is newly allowed, or where errors make that unknown</source>
        <translation>有新放行的内容，或因错误无法得知时，以状态 1 结束</translation>
    </message>
    <message>
        <source>how the differences are written (default: text)</source>
        <translation>差异的输出格式（默认：text）</translation>
    </message>
</context>
<context>
    <name>sallyport::DiffView</name>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>The lines that change: those with a minus sign go, those with a plus sign come.</source>
        <translation>变更的行：带减号的移除，带加号的新增。</translation>
    </message>
</context>
<context>
    <name>sallyport::DiskFile</name>
    <message>
        <source>The file could not be opened.</source>
        <translation>无法打开文件。</translation>
    </message>
    <message>
        <source>Everything that is open stays as it is.</source>
        <translation>已打开的内容保持不变。</translation>
    </message>
    <message>
        <source>There is no such file (any more). Check its name, or open another one.</source>
        <translation>没有这个文件（或已不存在）。请检查名称，或打开其他文件。</translation>
    </message>
    <message>
        <source>You may not read it. Ask its owner for permission, or open a copy.</source>
        <translation>您无权读取。请向所有者申请权限，或打开副本。</translation>
    </message>
    <message>
        <source>It is a link that leads back to itself. Open the file that was meant.</source>
        <translation>它是指向自身的链接。请打开实际的文件。</translation>
    </message>
    <message>
        <source>Try again, or open a copy on another disk.</source>
        <translation>请重试，或打开其他磁盘上的副本。</translation>
    </message>
    <message>
        <source>The file was not saved.</source>
        <translation>文件没有保存。</translation>
    </message>
    <message>
        <source>The file on disk is as it was, and your changes are still here.</source>
        <translation>磁盘上的文件保持不变，您的修改仍在此处。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and save again, or save under another name on another disk.</source>
        <translation>磁盘已满。请腾出空间后重新保存，或以其他名称保存到其他磁盘。</translation>
    </message>
    <message>
        <source>The disk is read-only. Save under another name on another disk.</source>
        <translation>磁盘为只读。请以其他名称保存到其他磁盘。</translation>
    </message>
    <message>
        <source>You may not write there. Save under another name, or ask for permission.</source>
        <translation>您无权写入该处。请以其他名称保存，或申请权限。</translation>
    </message>
    <message>
        <source>Its folder does not exist (any more). Save under another name, or create the folder again.</source>
        <translation>其文件夹不存在（或已不存在）。请以其他名称保存，或重新创建文件夹。</translation>
    </message>
    <message>
        <source>It is a link that leads back to itself. Save under another name.</source>
        <translation>它是指向自身的链接。请以其他名称保存。</translation>
    </message>
    <message>
        <source>Its name is too long. Save under a shorter one.</source>
        <translation>名称过长。请以较短的名称保存。</translation>
    </message>
    <message>
        <source>Try again, or save under another name.</source>
        <translation>请重试，或以其他名称保存。</translation>
    </message>
    <message>
        <source>It is a folder. Choose a file, or open the folder as a workspace.</source>
        <translation>它是文件夹。请选择文件，或将其作为工作区打开。</translation>
    </message>
    <message>
        <source>It is a pipe, not a file. Choose a regular file.</source>
        <translation>它是管道，不是文件。请选择普通文件。</translation>
    </message>
    <message>
        <source>It is a socket, not a file. Choose a regular file.</source>
        <translation>它是套接字，不是文件。请选择普通文件。</translation>
    </message>
    <message>
        <source>It is a device, not a file. Choose a regular file.</source>
        <translation>它是设备，不是文件。请选择普通文件。</translation>
    </message>
    <message>
        <source>It has %1; at most %2 are read. Split it into smaller files.</source>
        <translation>它有 %1；最多读取 %2。请拆分为较小的文件。</translation>
    </message>
    <message>
        <source>Reading it failed. Try again, or open a copy on another disk.</source>
        <translation>读取失败。请重试，或打开其他磁盘上的副本。</translation>
    </message>
    <message>
        <source>It is read-only. Save under another name, or make it writable first.</source>
        <translation>它是只读的。请以其他名称保存，或先使其可写。</translation>
    </message>
    <message>
        <source>The folder could not be opened.</source>
        <translation>无法打开文件夹。</translation>
    </message>
    <message>
        <source>There is no such folder (any more). Open another one.</source>
        <translation>没有这个文件夹（或已不存在）。请打开其他文件夹。</translation>
    </message>
    <message>
        <source>It is not a folder. Open it as a file.</source>
        <translation>它不是文件夹。请作为文件打开。</translation>
    </message>
    <message>
        <source>You may not read it. Ask its owner for permission.</source>
        <translation>您无权读取。请向所有者申请权限。</translation>
    </message>
    <message numerus="yes">
        <source>It holds more than %Ln file(s). Open one of the folders in it.</source>
        <translation>
            <numerusform>其中的文件超过 %Ln 个。请打开其中的某个文件夹。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::DiskNotices</name>
    <message>
        <source>The file is no longer on the disk.</source>
        <translation>该文件已不在磁盘上。</translation>
    </message>
    <message>
        <source>Its text is still here.</source>
        <translation>其文本仍在此处。</translation>
    </message>
    <message>
        <source>Save it again, save it under another name, or close it.</source>
        <translation>请重新保存、以其他名称保存，或关闭它。</translation>
    </message>
    <message>
        <source>What is on the disk in the file&apos;s place cannot be read.</source>
        <translation>无法读取磁盘上该文件位置的内容。</translation>
    </message>
    <message>
        <source>Its text is still here, and the disk is left alone.</source>
        <translation>其文本仍在此处，不会触动磁盘。</translation>
    </message>
    <message>
        <source>Save under another name, or put the file back.</source>
        <translation>请以其他名称保存，或将文件放回。</translation>
    </message>
    <message>
        <source>Another program has changed this file.</source>
        <translation>另一个程序修改了此文件。</translation>
    </message>
    <message>
        <source>Your changes are still here, and nothing is overwritten.</source>
        <translation>您的修改仍在此处，没有覆盖任何内容。</translation>
    </message>
    <message>
        <source>You see the text from before; nothing was taken over.</source>
        <translation>您看到的是之前的文本；没有采用任何修改。</translation>
    </message>
    <message>
        <source>Take the text on disk, or look at both.</source>
        <translation>请采用磁盘上的文本，或查看两者。</translation>
    </message>
    <message>
        <source>Its changes and yours fit together: merge them, or look at both.</source>
        <translation>对方与您的修改互不冲突：请合并，或查看两者。</translation>
    </message>
    <message>
        <source>Its changes and yours are in the same lines: look at both and choose.</source>
        <translation>对方与您修改了相同的行：请查看两者并选择。</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save A&amp;gain</source>
        <translation>重新保存(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>合并(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;ompare…</source>
        <translation>比较(&amp;O)…</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>重新载入(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>Reload All %Ln</source>
        <translation>
            <numerusform>全部重新载入 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reload %Ln file(s)</source>
        <translation>
            <numerusform>重新载入 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge %1 from disk</source>
        <translation>从磁盘合并 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::DocumentSummary</name>
    <message>
        <source>Sallyport made this document from a policy. It is listed, but never read as a policy.</source>
        <translation>此文档由 Sallyport 根据策略生成。它会列出，但从不作为策略读取。</translation>
    </message>
    <message>
        <source>Sallyport keeps this document as it is, byte for byte.</source>
        <translation>Sallyport 逐字节原样保留此文档。</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>种类：</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>Namespace:</source>
        <translation>命名空间：</translation>
    </message>
    <message>
        <source>API version:</source>
        <translation>API 版本：</translation>
    </message>
    <message>
        <source>Edit as text</source>
        <translation>以文本编辑</translation>
    </message>
</context>
<context>
    <name>sallyport::Drift</name>
    <message>
        <source>Somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 已被删除。</translation>
    </message>
    <message>
        <source>%1 made %2 at %3.</source>
        <translation>%1 在 %3 将其改为 %2。</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>%1 changed %2 of %3 at %4.</source>
        <translation>%1 在 %4 修改了 %3 的 %2。</translation>
    </message>
</context>
<context>
    <name>sallyport::DriftPage</name>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Changes by others</source>
        <translation>他人的变更</translation>
    </message>
    <message>
        <source>&amp;Plan Again</source>
        <translation>重新计划(&amp;P)</translation>
    </message>
    <message>
        <source>Asks the cluster what applying your policy would change now.</source>
        <translation>询问集群：现在应用策略会带来哪些变更。</translation>
    </message>
    <message>
        <source>Clea&amp;r</source>
        <translation>清除(&amp;R)</translation>
    </message>
    <message>
        <source>Forgets these notices. The cluster stays as it is.</source>
        <translation>忘记这些通知。集群保持不变。</translation>
    </message>
    <message>
        <source>Nobody has changed our objects</source>
        <translation>没有人修改过我方的对象</translation>
    </message>
    <message>
        <source>They are watched since the first plan. What others do to them is told here.</source>
        <translation>自首次计划起开始监视。他人对它们的变更会在此告知。</translation>
    </message>
    <message>
        <source>Nothing is watched yet</source>
        <translation>尚未监视任何内容</translation>
    </message>
    <message>
        <source>From the first plan on, what others do to the objects of your mesh is told here.</source>
        <translation>自首次计划起，他人对网格对象的变更会在此告知。</translation>
    </message>
</context>
<context>
    <name>sallyport::EntryModel</name>
    <message>
        <source>%1: empty</source>
        <translation>%1：空</translation>
    </message>
</context>
<context>
    <name>sallyport::EntryTable</name>
    <message>
        <source>Duplicate (Ctrl+Shift+D)</source>
        <translation>创建副本 (Ctrl+Shift+D)</translation>
    </message>
    <message>
        <source>%1 (Del)</source>
        <translation>%1 (Del)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移 (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移 (Alt+Down)</translation>
    </message>
</context>
<context>
    <name>sallyport::EntryView</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>sallyport::Expectations</name>
    <message>
        <source>allowed</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>阻止</translation>
    </message>
    <message>
        <source>any verdict</source>
        <translation>任意结论</translation>
    </message>
    <message>
        <source>%1 with status %2</source>
        <translation>%1，状态码 %2</translation>
    </message>
    <message>
        <source>As expected: %1.</source>
        <translation>符合预期：%1。</translation>
    </message>
    <message>
        <source>Expected %1, but the request is %2: %3.</source>
        <translation>预期 %1，但请求被%2：%3。</translation>
    </message>
    <message>
        <source>Expected %1; nobody can tell, because it is not known %2.</source>
        <translation>预期 %1；无法判定，因为不知道%2。</translation>
    </message>
    <message>
        <source>Expected %1; the outcome is %2.</source>
        <translation>预期 %1；结果是 %2。</translation>
    </message>
</context>
<context>
    <name>sallyport::ExpectationsCursor</name>
    <message>
        <source>case %1</source>
        <translation>用例 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ExpectationsModel</name>
    <message>
        <source>case %1</source>
        <translation>用例 %1</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>request, workload</comment>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>实际结果</translation>
    </message>
</context>
<context>
    <name>sallyport::ExpectationsPage</name>
    <message>
        <source>Requests and what should come of them. They stay local and are never sent to a cluster.</source>
        <translation>请求及其应有的结果。它们只保存在本地，从不发送到集群。</translation>
    </message>
</context>
<context>
    <name>sallyport::ExpectationsPane</name>
    <message>
        <source>No expectation matches the filter.</source>
        <translation>没有期望符合筛选条件。</translation>
    </message>
    <message>
        <source>Open in &amp;Trace</source>
        <translation>在追踪中打开(&amp;T)</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>All cases and what came of them. Enter goes to the case.</source>
        <translation>所有用例及其结果。按回车键转到用例。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter expectations</source>
        <translation>筛选期望</translation>
    </message>
    <message>
        <source>Shows only the cases with these words in any column.</source>
        <translation>只显示任意列中含有这些词的用例。</translation>
    </message>
    <message>
        <source>Why is it so? Trace the request, and try variants of it.</source>
        <translation>为什么会这样？追踪该请求，并尝试它的变体。</translation>
    </message>
    <message>
        <source>An expectation is a request of a workload and what must become of it. They are tried with every change, and by &quot;sallyport check&quot;. There are none in this workspace yet.</source>
        <translation>期望是某个工作负载的一个请求以及它必须有的结果。每次更改时以及运行“sallyport check”时都会检验期望。此工作区中还没有期望。</translation>
    </message>
    <message>
        <source>Add Expectations</source>
        <translation>添加期望</translation>
    </message>
    <message numerus="yes">
        <source>Expectations (%Ln fail)</source>
        <translation>
            <numerusform>期望（%Ln 个失败）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expectations (%Ln unknown)</source>
        <translation>
            <numerusform>期望（%Ln 个未知）</numerusform>
        </translation>
    </message>
    <message>
        <source>Expectations (all hold)</source>
        <translation>期望（全部成立）</translation>
    </message>
    <message>
        <source>%1: show or hide them</source>
        <translation>%1：显示或隐藏</translation>
    </message>
    <message>
        <source>They are being tried…</source>
        <translation>正在检验…</translation>
    </message>
    <message>
        <source>The document has no case yet that can be tried.</source>
        <translation>该文档还没有可以检验的用例。</translation>
    </message>
    <message>
        <source>Select an expectation to see what becomes of its request.</source>
        <translation>选择一个期望，查看其请求的结果。</translation>
    </message>
    <message>
        <source>&amp;Go to Case</source>
        <translation>转到用例(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Why Is This Blocked?</source>
        <translation>为什么被阻止？(&amp;W)</translation>
    </message>
</context>
<context>
    <name>sallyport::ExplainCommand</name>
    <message>
        <source>Usually %1.</source>
        <translation>通常为%1。</translation>
    </message>
    <message>
        <source>Usually %1 for Istio, %2 for ASM.</source>
        <translation>对 Istio 通常为%1，对 ASM 通常为%2。</translation>
    </message>
    <message>
        <source>The editor offers a quick fix.</source>
        <translation>编辑器提供快速修复。</translation>
    </message>
    <message>
        <source>Where it is a warning or a note, an annotation of the document suppresses it:</source>
        <translation>当它是警告或提示时，可用文档的注解抑制：</translation>
    </message>
    <message>
        <source>There is no finding with this code</source>
        <translation>没有此代码的问题</translation>
    </message>
    <message>
        <source>Nothing was read or written.</source>
        <translation>没有读取或写入任何内容。</translation>
    </message>
    <message>
        <source>&quot;sallyport explain&quot; lists all codes.</source>
        <translation>“sallyport explain”列出全部代码。</translation>
    </message>
    <message>
        <source>Did you mean %1? &quot;sallyport explain&quot; lists all codes.</source>
        <translation>是否指 %1？“sallyport explain”列出全部代码。</translation>
    </message>
    <message>
        <source>say what the code of a finding means</source>
        <translation>说明问题代码的含义</translation>
    </message>
    <message>
        <source>Says what a finding means on a mesh and what to do about it. Without a code, lists all of them.</source>
        <translation>说明问题在网格中的含义以及该怎么做。不给出代码时列出全部。</translation>
    </message>
</context>
<context>
    <name>sallyport::ExportDialog</name>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>Remove, if checked</source>
        <translation>勾选后移除</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Left to you</source>
        <translation>由您决定</translation>
    </message>
    <message>
        <source>Left from an earlier export and not exported any more. It stays, and stays in the kustomization, unless you check its box.</source>
        <translation>以前的导出遗留，现在不再导出。除非勾选，否则它会保留，也会留在 kustomization 中。</translation>
    </message>
    <message>
        <source>Perhaps left from an earlier export. Policies carry no mark of it, so this file is never removed here.</source>
        <translation>可能是以前的导出遗留。策略没有标记，因此这里从不移除此文件。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Istio objects</source>
        <translation>Istio 对象</translation>
    </message>
    <message>
        <source>ASM resource</source>
        <translation>ASM 资源</translation>
    </message>
    <message>
        <source>Both, in folders of their own</source>
        <translation>两者，各自放在单独的文件夹</translation>
    </message>
    <message>
        <source>The form in which the policies leave the program.</source>
        <translation>策略离开程序时的形式。</translation>
    </message>
    <message>
        <source>Summary of the export</source>
        <translation>导出摘要</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Files of the export</source>
        <translation>导出的文件</translation>
    </message>
    <message>
        <source>What happens to each file. Space checks a file that is to be removed, or leaves it there.</source>
        <translation>对每个文件的处理。空格勾选要移除的文件，或将其保留。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>&amp;Export the rest all the same</source>
        <translation>仍然导出其余部分(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>内容(&amp;W)：</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>位置：</translation>
    </message>
    <message>
        <source>A &amp;folder: a file for each object, and kustomization.yaml</source>
        <translation>文件夹(&amp;F)：每个对象一个文件，以及 kustomization.yaml</translation>
    </message>
    <message>
        <source>&amp;One file</source>
        <translation>一个文件(&amp;O)</translation>
    </message>
    <message>
        <source>The &amp;clipboard</source>
        <translation>剪贴板(&amp;C)</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>文件夹或文件</translation>
    </message>
    <message>
        <source>Where the export goes.</source>
        <translation>导出到何处。</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message numerus="yes">
        <source>Something would be missing, because of %Ln error(s). See Problems.</source>
        <translation>
            <numerusform>由于 %Ln 个错误，部分内容会缺失。见“问题”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s)</source>
        <translation>
            <numerusform>%Ln 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to create, %2 to change, %3 unchanged, %4 left from an earlier export</source>
        <translation>创建 %1 个，修改 %2 个，未变 %3 个，以前的导出遗留 %4 个</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message numerus="yes">
        <source>Export and remove %Ln file(s)</source>
        <translation>
            <numerusform>导出并移除 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Export to Folder</source>
        <translation>导出到文件夹</translation>
    </message>
    <message>
        <source>Export to File</source>
        <translation>导出到文件</translation>
    </message>
    <message>
        <source>YAML (*.yaml *.yml)</source>
        <translation>YAML (*.yaml *.yml)</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln object(s).</source>
        <translation>
            <numerusform>已复制 %Ln 个对象。</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message>
        <source>Exported to %1: %2 created, %3 changed, %4 removed.</source>
        <translation>已导出到 %1：创建 %2 个，修改 %3 个，移除 %4 个。</translation>
    </message>
</context>
<context>
    <name>sallyport::ExportFolder</name>
    <message>
        <source>The disk is full. Free some space, or export to another disk.</source>
        <translation>磁盘已满。请腾出空间，或导出到其他磁盘。</translation>
    </message>
    <message>
        <source>The disk is read-only. Export to another one.</source>
        <translation>磁盘为只读。请导出到其他磁盘。</translation>
    </message>
    <message>
        <source>You may not write there. Ask for permission, or export to another folder.</source>
        <translation>您无权写入该处。请申请权限，或导出到其他文件夹。</translation>
    </message>
    <message>
        <source>Something else appeared there meanwhile. Look at it, and export again.</source>
        <translation>该处在此期间出现了其他内容。请查看后重新导出。</translation>
    </message>
    <message>
        <source>A link or a file stands where a folder has to be, and links are not followed. Move it away, or export to another folder.</source>
        <translation>需要文件夹之处有链接或文件，而链接不会被跟随。请移走它，或导出到其他文件夹。</translation>
    </message>
    <message>
        <source>Try again, or export to another folder.</source>
        <translation>请重试，或导出到其他文件夹。</translation>
    </message>
    <message>
        <source>The export was refused</source>
        <translation>导出被拒绝</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>The folder is as it was.</source>
        <translation>文件夹保持不变。</translation>
    </message>
    <message>
        <source>The export failed</source>
        <translation>导出失败</translation>
    </message>
    <message>
        <source>All files of the export are written; only stale ones are left.</source>
        <translation>导出的文件已全部写出；只剩过期的文件。</translation>
    </message>
    <message>
        <source>%1 of %2 files are written, each of them whole; a new export writes the others.</source>
        <translation>%2 个文件中已写出 %1 个，且每个都完整；重新导出会写出其余文件。</translation>
    </message>
    <message>
        <source>Something that is no file stands there, perhaps a link; links are not followed. Move it away, or export to another folder.</source>
        <translation>该处有不是文件的内容，也许是链接；链接不会被跟随。请移走它，或导出到其他文件夹。</translation>
    </message>
    <message>
        <source>A file stands there that cannot be read. Move it away, or export to another folder.</source>
        <translation>该处有无法读取的文件。请移走它，或导出到其他文件夹。</translation>
    </message>
    <message>
        <source>It is one of the files that are exported. Export to another folder.</source>
        <translation>它是要导出的文件之一。请导出到其他文件夹。</translation>
    </message>
    <message>
        <source>It is not a folder. Name one, or a new one.</source>
        <translation>它不是文件夹。请指定文件夹，或新文件夹。</translation>
    </message>
</context>
<context>
    <name>sallyport::ExportPlan</name>
    <message>
        <source>The export was refused</source>
        <translation>导出被拒绝</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Files stand there that this program did not write. Move them away, or export to another folder.</source>
        <translation>该处有并非此程序写出的文件。请移走它们，或导出到其他文件夹。</translation>
    </message>
</context>
<context>
    <name>sallyport::ExportServices</name>
    <message>
        <source>The export was refused</source>
        <translation>导出被拒绝</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>It is one of the files that are exported. Choose another name.</source>
        <translation>它是要导出的文件之一。请选择其他名称。</translation>
    </message>
</context>
<context>
    <name>sallyport::FactsPage</name>
    <message>
        <source>Fact</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>The cluster says</source>
        <translation>集群所述</translation>
    </message>
    <message>
        <source>What it changes</source>
        <translation>带来的变化</translation>
    </message>
    <message>
        <source>Facts of the cluster</source>
        <translation>集群的事实</translation>
    </message>
    <message>
        <source>&amp;Import Mesh</source>
        <translation>导入 Mesh(&amp;I)</translation>
    </message>
    <message>
        <source>Writes what the cluster says into the Mesh document.</source>
        <translation>将集群所述写入 Mesh 文档。</translation>
    </message>
    <message>
        <source>Open Poli&amp;cy…</source>
        <translation>打开策略(&amp;C)…</translation>
    </message>
    <message>
        <source>Opens an ASMEgressTrafficPolicy of the cluster as a new file.</source>
        <translation>将集群的 ASMEgressTrafficPolicy 作为新文件打开。</translation>
    </message>
    <message>
        <source>As&amp;k Again</source>
        <translation>重新询问(&amp;K)</translation>
    </message>
    <message>
        <source>Reads the facts of the mesh once more.</source>
        <translation>重新读取网格的事实。</translation>
    </message>
    <message>
        <source>No cluster is open</source>
        <translation>没有打开集群</translation>
    </message>
    <message>
        <source>Open a context to see what its mesh says, and what it changes for your policy.</source>
        <translation>打开上下文，查看其网格的情况，以及它给策略带来的变化。</translation>
    </message>
    <message>
        <source>Choose a Context</source>
        <translation>选择上下文</translation>
    </message>
    <message>
        <source>Roles that grant the missing rights</source>
        <translation>授予所缺权限的 Role</translation>
    </message>
    <message>
        <source>Cop&amp;y Roles</source>
        <translation>复制 Role(&amp;Y)</translation>
    </message>
    <message>
        <source>Copies the YAML, for an administrator to apply.</source>
        <translation>复制 YAML，供管理员应用。</translation>
    </message>
    <message>
        <source>These Roles would grant the missing rights:</source>
        <translation>以下 Role 可授予所缺的权限：</translation>
    </message>
</context>
<context>
    <name>sallyport::Field</name>
    <message>
        <source>What is this? (F1)</source>
        <translation>这是什么？(F1)</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>帮助：%1</translation>
    </message>
</context>
<context>
    <name>sallyport::FileCommands</name>
    <message>
        <source>YAML and JSON (*.yaml *.yml *.json);;All files (*)</source>
        <translation>YAML 和 JSON (*.yaml *.yml *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>是否保存对 %1 的修改？</translation>
    </message>
    <message numerus="yes">
        <source>Save the changes to %Ln file(s)?</source>
        <translation>
            <numerusform>是否保存对 %Ln 个文件的修改？</numerusform>
        </translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>否则将会丢失。</translation>
    </message>
    <message>
        <source>They are lost otherwise: %1.</source>
        <translation>否则将会丢失：%1。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>policy.yaml</source>
        <translation>policy.yaml</translation>
    </message>
    <message>
        <source>The folder has nothing to open.</source>
        <translation>该文件夹中没有可打开的内容。</translation>
    </message>
    <message>
        <source>Everything that is open stays as it is.</source>
        <translation>已打开的内容保持不变。</translation>
    </message>
    <message>
        <source>It holds no *.yaml, *.yml or *.json file. Open another one, or start a new policy.</source>
        <translation>其中没有 *.yaml、*.yml 或 *.json 文件。请打开其他文件夹，或新建策略。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be opened.</source>
        <translation>
            <numerusform>%Ln 个文件无法打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>The details say why.</source>
        <translation>详情说明了原因。</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>sallyport::FileHistory</name>
    <message>
        <source>Git gave no answer for this file.</source>
        <translation>Git 没有给出此文件的答案。</translation>
    </message>
    <message>
        <source>The file and the repository are as they were.</source>
        <translation>文件和仓库保持不变。</translation>
    </message>
    <message>
        <source>It is not in a Git repository. Compare with the last saved state instead.</source>
        <translation>它不在 Git 仓库中。请改为与上次保存的状态比较。</translation>
    </message>
    <message>
        <source>The repository belongs to someone else; git refuses it until you trust it (safe.directory).</source>
        <translation>该仓库属于他人；在您信任它之前 git 会拒绝 (safe.directory)。</translation>
    </message>
    <message>
        <source>The repository has no commits yet.</source>
        <translation>该仓库还没有提交。</translation>
    </message>
    <message>
        <source>The details hold what git said.</source>
        <translation>详情中是 git 的输出。</translation>
    </message>
    <message>
        <source>Git could not be started. Install it, or see to it that it is on the PATH.</source>
        <translation>无法启动 Git。请安装它，或确保它在 PATH 中。</translation>
    </message>
    <message>
        <source>It took too long. Try again.</source>
        <translation>耗时过长。请重试。</translation>
    </message>
    <message>
        <source>The revision is too large to be read.</source>
        <translation>该修订过大，无法读取。</translation>
    </message>
    <message>
        <source>The file is not on the disk. Save it first.</source>
        <translation>该文件不在磁盘上。请先保存。</translation>
    </message>
    <message>
        <source>No commit has this file yet. Commit it, or compare with the last saved state.</source>
        <translation>还没有提交包含此文件。请提交，或与上次保存的状态比较。</translation>
    </message>
    <message>
        <source>There is no such revision. Choose another one.</source>
        <translation>没有这个修订。请选择其他修订。</translation>
    </message>
</context>
<context>
    <name>sallyport::FindBar</name>
    <message>
        <source>Match &amp;case</source>
        <translation>区分大小写(&amp;C)</translation>
    </message>
    <message>
        <source>F&amp;ind:</source>
        <translation>查找(&amp;I)：</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>The text to look for. Enter goes to the next match, Escape closes.</source>
        <translation>要查找的文本。Enter 转到下一个匹配项，Escape 关闭。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配项</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配项</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Re&amp;place:</source>
        <translation>替换(&amp;P)：</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>The text that takes the place of a match.</source>
        <translation>取代匹配项的文本。</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Replace &amp;All</source>
        <translation>全部替换(&amp;A)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>已替换 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 个匹配项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::FindingLine</name>
    <message>
        <source>Fix…</source>
        <translation>修复…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>(+%n more)</source>
        <translation>
            <numerusform>（另有 %n 个）</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>修复：%1</translation>
    </message>
</context>
<context>
    <name>sallyport::FixPreview</name>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>The fix writes this into the document.</source>
        <translation>修复会将以下内容写入文档。</translation>
    </message>
    <message>
        <source>The target of this workspace becomes ASM. No text changes.</source>
        <translation>此工作区的产出目标变为 ASM。文本不变。</translation>
    </message>
    <message>
        <source>Fill in the line above to see what changes.</source>
        <translation>填写上面一行，查看将会变更的内容。</translation>
    </message>
</context>
<context>
    <name>sallyport::Flattener</name>
    <message>
        <source>The selectors of gateways %1 and %2 can select the same pod, so Istio would mix the servers of both. No rule through either of them is compiled. Give the two a label with different values.</source>
        <translation>网关 %1 和 %2 的选择器可能选中同一个 Pod，Istio 会混合两者的服务器。经由它们的规则都不编译。请给两者设置取值不同的标签。</translation>
    </message>
    <message>
        <source>Namespace %1 is the namespace of a gateway. A host&apos;s two ServiceEntries would share their endpoints there, so rules for its own workloads cannot be compiled to Istio objects; the other sources of the rule are. Move the workloads to a namespace of their own.</source>
        <translation>命名空间 %1 是网关的命名空间。主机的两个 ServiceEntry 在那里会共享端点，因此针对其自身工作负载的规则无法编译为 Istio 对象；规则的其他来源可以。请将工作负载移到单独的命名空间。</translation>
    </message>
    <message>
        <source>The workspace has more than %1 combinations of source, host and port. From this rule on nothing is compiled; the rules before it are. Split the workspace.</source>
        <translation>工作区的来源、主机和端口组合超过 %1 个。从此规则起不再编译；之前的规则照常编译。请拆分工作区。</translation>
    </message>
    <message>
        <source>A gateway cannot look up %1: it has no address of its own. This host is left out of the Istio objects; the others are compiled. Name a representative host in the Mesh, list the hosts one by one, or use the ASM target.</source>
        <translation>网关无法解析 %1：它没有自己的地址。此主机不进入 Istio 对象；其他主机照常编译。请在 Mesh 中指定代表主机、逐一列出主机，或使用 ASM 作为产出目标。</translation>
    </message>
    <message>
        <source>The name of %1 for namespace %2 inside the mesh would have %3 characters; %4 is the most. This host is left out; the others are compiled. A shorter host name or namespace is the only way.</source>
        <translation>%1 对命名空间 %2 在网格内的名称会有 %3 个字符；最多 %4 个。此主机不进入输出；其他主机照常编译。只能使用更短的主机名或命名空间。</translation>
    </message>
</context>
<context>
    <name>sallyport::FlowStrip</name>
    <message>
        <source>Way of the traffic</source>
        <translation>流量路径</translation>
    </message>
    <message>
        <source>sidecar</source>
        <translation>Sidecar</translation>
    </message>
</context>
<context>
    <name>sallyport::FormPage</name>
    <message>
        <source>The file is read-only: changes can be saved under another name.</source>
        <translation>该文件为只读：修改可以用其他名称保存。</translation>
    </message>
    <message>
        <source>It is not YAML.</source>
        <translation>它不是 YAML。</translation>
    </message>
    <message>
        <source>The text cannot be read: %1 The form shows how it was before; nothing typed is lost.</source>
        <translation>无法读取文本：%1 表单显示之前的内容；输入的内容不会丢失。</translation>
    </message>
    <message>
        <source>This document uses anchors, aliases or merge keys. It is read and compiled, but can be edited only as text.</source>
        <translation>此文档使用了锚点、别名或合并键。它会被读取和编译，但只能以文本编辑。</translation>
    </message>
    <message>
        <source>Go to text</source>
        <translation>转到文本</translation>
    </message>
</context>
<context>
    <name>sallyport::FormatCommand</name>
    <message>
        <source>The file cannot be laid out</source>
        <translation>无法排版该文件</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>它保持不变。</translation>
    </message>
    <message>
        <source>&quot;sallyport check&quot; says what is wrong with its text.</source>
        <translation>“sallyport check”会说明其文本的问题。</translation>
    </message>
    <message>
        <source>The file is as it was.</source>
        <translation>文件保持不变。</translation>
    </message>
    <message>
        <source>-w and --check exclude each other</source>
        <translation>-w 与 --check 互斥</translation>
    </message>
    <message>
        <source>standard input cannot be written in place</source>
        <translation>标准输入无法就地写入</translation>
    </message>
    <message>
        <source>lay out the text of policies</source>
        <translation>排版策略的文本</translation>
    </message>
    <message>
        <source>Sets indentation, blank lines and blanks at the end of lines. Order, quoting and comments stay, and so does every
document that is no policy, AuthorizationPolicy, Mesh or Expectations. The result goes to standard output.
A folder stands for all *.yaml, *.yml and *.json files below it, &quot;-&quot; for standard input.</source>
        <translation>设置缩进、空行和行尾空格。顺序、引号和注释保留，不是策略、AuthorizationPolicy、Mesh 或 Expectations 的
文档也原样保留。结果写到标准输出。
文件夹代表其下所有 *.yaml、*.yml 和 *.json 文件，&quot;-&quot; 代表标准输入。</translation>
    </message>
    <message>
        <source>write the files in place, and print the names of those that changed</source>
        <translation>就地写入文件，并输出有变化的文件名</translation>
    </message>
    <message>
        <source>change nothing; print the names of files that are laid out differently, and end with 1</source>
        <translation>不做修改；输出排版不同的文件名，并以 1 结束</translation>
    </message>
</context>
<context>
    <name>sallyport::GatewayPanel</name>
    <message>
        <source>4 Gateway port</source>
        <translation>4 网关端口</translation>
    </message>
    <message>
        <source>Allocated by ASM (read only): %1</source>
        <translation>由 ASM 分配（只读）：%1</translation>
    </message>
    <message>
        <source>automatic: %1</source>
        <translation>自动：%1</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>sallyport::GoToLineBar</name>
    <message>
        <source>&amp;Line:</source>
        <translation>行(&amp;L)：</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>The number of the line to go to. Enter goes there, Escape closes.</source>
        <translation>要转到的行号。Enter 转到该行，Escape 关闭。</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1 行</translation>
    </message>
</context>
<context>
    <name>sallyport::HeaderPanel</name>
    <message>
        <source>Policy and rule</source>
        <translation>策略和规则</translation>
    </message>
    <message>
        <source>Add a destination</source>
        <translation>添加目标</translation>
    </message>
    <message>
        <source>Remove this destination</source>
        <translation>移除此目标</translation>
    </message>
    <message>
        <source>%1: %2 port %3</source>
        <translation>%1：%2 端口 %3</translation>
    </message>
</context>
<context>
    <name>sallyport::History</name>
    <message>
        <source>There is no apply of this name in the history</source>
        <translation>历史中没有这个名称的应用</translation>
    </message>
    <message>
        <source>Nothing on the cluster was changed.</source>
        <translation>集群没有发生任何变化。</translation>
    </message>
    <message>
        <source>See sallyport history for those that can be reverted.</source>
        <translation>可回退的见 sallyport history。</translation>
    </message>
</context>
<context>
    <name>sallyport::HistoryCommand</name>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been applied from here yet.</source>
        <translation>尚未从此处应用过任何内容。</translation>
    </message>
    <message>
        <source>it takes one ID of the history</source>
        <translation>它接受历史中的一个 ID</translation>
    </message>
    <message>
        <source>that was applied to context %1</source>
        <translation>它应用于上下文 %1</translation>
    </message>
    <message>
        <source>Go back on %2: %1?</source>
        <translation>在 %2 上回退：%1？</translation>
    </message>
    <message>
        <source>list what was applied from this machine</source>
        <translation>列出从本机应用过的内容</translation>
    </message>
    <message>
        <source>Lists applies, deletions and reverts, newest first: ID, how it ended, what it was, context, number of objects.</source>
        <translation>列出应用、删除和回退，最新的在前：ID、如何结束、是什么、上下文、对象数量。</translation>
    </message>
    <message>
        <source>those to this context alone</source>
        <translation>仅此上下文的</translation>
    </message>
    <message>
        <source>text or json (default: text)</source>
        <translation>text 或 json（默认：text）</translation>
    </message>
    <message>
        <source>write a field that belongs to another manager by now (may be repeated; all = every one)</source>
        <translation>写入现已属于其他管理者的字段（可重复；all = 全部）</translation>
    </message>
    <message>
        <source>do not ask before something is changed</source>
        <translation>修改之前不询问</translation>
    </message>
    <message>
        <source>how long to wait between phases (default: 5)</source>
        <translation>各阶段之间的等待时间（默认：5）</translation>
    </message>
    <message>
        <source>go back to what was there before an apply</source>
        <translation>回到某次应用之前的状态</translation>
    </message>
    <message>
        <source>Makes a plan that gives every object of that apply the form it had before, and deletes those that it made;
shows it, asks, and carries it out. What others have changed since is a conflict, as always.</source>
        <translation>制定计划，使该次应用的每个对象恢复之前的形式，并删除它创建的对象；
显示、询问并执行。他人此后的修改照例是冲突。</translation>
    </message>
</context>
<context>
    <name>sallyport::HistoryPage</name>
    <message>
        <source>Applied</source>
        <translation>已应用</translation>
    </message>
    <message>
        <source>Deleted the policy</source>
        <translation>已删除策略</translation>
    </message>
    <message>
        <source>Went back</source>
        <translation>已回退</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完成</translation>
    </message>
    <message numerus="yes">
        <source>stopped after %n write(s)</source>
        <translation>
            <numerusform>写入 %n 次后停止</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ended after %n write(s)</source>
        <translation>
            <numerusform>写入 %n 次后结束</numerusform>
        </translation>
    </message>
    <message>
        <source>failed, nothing was written</source>
        <translation>失败，没有写入</translation>
    </message>
    <message>
        <source>did not come to its end</source>
        <translation>没有进行到底</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Go &amp;Back to Before…</source>
        <translation>回退到之前(&amp;B)…</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>如何结束</translation>
    </message>
    <message>
        <source>Apply history</source>
        <translation>应用历史</translation>
    </message>
    <message>
        <source>Nothing has been applied from here yet</source>
        <translation>尚未从此处应用过任何内容</translation>
    </message>
    <message>
        <source>Each apply is noted with what stood there before, so that you can go back.</source>
        <translation>每次应用都会记录之前的状态，以便回退。</translation>
    </message>
    <message>
        <source>Open the context %1 first: that is where it was applied.</source>
        <translation>请先打开上下文 %1：它是在那里应用的。</translation>
    </message>
    <message>
        <source>Plans what leads back to before this apply. Nothing is changed before you apply that plan.</source>
        <translation>计划回到此次应用之前。应用该计划之前不会做任何修改。</translation>
    </message>
</context>
<context>
    <name>sallyport::HostList</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Add a host…</source>
        <translation>添加主机…</translation>
    </message>
    <message>
        <source>Add a host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Remove the selected hosts (Del)</source>
        <translation>移除选中的主机 (Del)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移 (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移 (Alt+Down)</translation>
    </message>
    <message>
        <source>Search these hosts</source>
        <translation>搜索这些主机</translation>
    </message>
    <message>
        <source>Number of hosts</source>
        <translation>主机数量</translation>
    </message>
    <message>
        <source>Paste Hosts…</source>
        <translation>粘贴主机…</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Remove duplicates</source>
        <translation>移除重复项</translation>
    </message>
    <message>
        <source>Split into several destinations</source>
        <translation>拆分为多个目标</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>A destination takes up to %1 hosts.</source>
        <translation>一个目标最多 %1 个主机。</translation>
    </message>
</context>
<context>
    <name>sallyport::HostPasting</name>
    <message>
        <source>a new destination</source>
        <translation>新目标</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n host(s)</source>
        <translation>
            <numerusform>粘贴 %n 个主机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n host(s) into %1</source>
        <translation>
            <numerusform>将 %n 个主机粘贴到 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n host(s).</source>
        <translation>
            <numerusform>已添加 %n 个主机。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s) are new.</source>
        <translation>
            <numerusform>新增 %n 个目标。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were there already.</source>
        <translation>
            <numerusform>其中 %n 个已存在。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::Inputs</name>
    <message>
        <source>The input could not be read</source>
        <translation>无法读取输入</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>The folder has nothing to read</source>
        <translation>该文件夹中没有可读取的内容</translation>
    </message>
    <message>
        <source>Name a folder with *.yaml, *.yml or *.json files; hidden ones and linked folders are left out.</source>
        <translation>请指定含有 *.yaml、*.yml 或 *.json 文件的文件夹；隐藏的和链接的文件夹会被忽略。</translation>
    </message>
    <message>
        <source>no file is named</source>
        <translation>没有指定文件</translation>
    </message>
    <message>
        <source>istio: objects for any Istio mesh; asm: the policies for a mesh with their CRD; both (default: istio)</source>
        <translation>istio：适用于任何 Istio 网格的对象；asm：适用于有其 CRD 的网格的策略；both：两者（默认：istio）</translation>
    </message>
</context>
<context>
    <name>sallyport::ItemEdits</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s)</source>
        <translation>
            <numerusform>%n 个目标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n 个主机</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut %1</source>
        <translation>剪切 %1</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>粘贴 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::Journal</name>
    <message>
        <source>Unsaved work is not being kept safe.</source>
        <translation>未保存的工作没有得到保护。</translation>
    </message>
    <message>
        <source>Editing and saving work as usual.</source>
        <translation>编辑和保存照常进行。</translation>
    </message>
    <message>
        <source>Save often, or make room for the folder and start again.</source>
        <translation>请经常保存，或为该文件夹腾出空间后重新启动。</translation>
    </message>
    <message>
        <source>Save often, and see to it that the folder has room and can be written.</source>
        <translation>请经常保存，并确保该文件夹有空间且可写。</translation>
    </message>
    <message>
        <source>recovered-%1</source>
        <translation>recovered-%1</translation>
    </message>
</context>
<context>
    <name>sallyport::Kustomization</name>
    <message>
        <source>The kustomization cannot be extended</source>
        <translation>无法扩充该 kustomization</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>它保持不变。</translation>
    </message>
    <message>
        <source>Repair it or move it away, and export again.</source>
        <translation>请修复或移走它，然后重新导出。</translation>
    </message>
    <message>
        <source>it is not one YAML document</source>
        <translation>它不是一个 YAML 文档</translation>
    </message>
    <message>
        <source>it is not valid YAML</source>
        <translation>它不是有效的 YAML</translation>
    </message>
    <message>
        <source>it holds something else</source>
        <translation>它含有其他内容</translation>
    </message>
    <message>
        <source>its resources are no list</source>
        <translation>其 resources 不是列表</translation>
    </message>
</context>
<context>
    <name>sallyport::LabelsEdit</name>
    <message numerus="yes">
        <source>Remove %n label(s) of %1</source>
        <translation>
            <numerusform>移除 %1 的 %n 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n label(s) into %1</source>
        <translation>
            <numerusform>向 %1 粘贴 %n 个标签</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::LocatedFinding</name>
    <message>
        <source>(suppressed: %1)</source>
        <translation>（已抑制：%1）</translation>
    </message>
    <message>
        <source>  see %1: %2</source>
        <translation>  见 %1：%2</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>已抑制</translation>
    </message>
    <message>
        <source>no findings</source>
        <translation>没有问题</translation>
    </message>
</context>
<context>
    <name>sallyport::MainWindow</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>New from Sa&amp;mple</source>
        <translation>从示例新建(&amp;M)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>No files were opened yet</source>
        <translation>尚未打开过文件</translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation>清空此列表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>T&amp;arget</source>
        <translation>产出目标(&amp;A)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>It is one step: undo takes all of it back.</source>
        <translation>这是一步操作：撤销会全部还原。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>Sallyport</source>
        <translation>Sallyport</translation>
    </message>
    <message>
        <source>%1[*] — Sallyport</source>
        <translation>%1[*] — Sallyport</translation>
    </message>
    <message>
        <source>%1[*] — %2 — Sallyport</source>
        <translation>%1[*] — %2 — Sallyport</translation>
    </message>
    <message>
        <source>The window keeps its language while something is applied.</source>
        <translation>应用进行期间，窗口保持原有语言。</translation>
    </message>
    <message>
        <source>What is applied goes on.</source>
        <translation>正在进行的应用会继续。</translation>
    </message>
    <message>
        <source>The other language comes with the next start.</source>
        <translation>新语言将在下次启动时生效。</translation>
    </message>
    <message>
        <source>About Sallyport</source>
        <translation>关于 Sallyport</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Sallyport %1&lt;/h3&gt;&lt;p&gt;Desktop editor for egress policy in a service mesh.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Sallyport %1&lt;/h3&gt;&lt;p&gt;服务网格出口流量策略的桌面编辑器。&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>sallyport::MergeModel</name>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>磁盘上的</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %Ln more line(s) that are the same</source>
        <translation>
            <numerusform>⋯ 另有 %Ln 行相同</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>已采用：%1</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>未采用：%1</translation>
    </message>
    <message>
        <source>To be decided: %1</source>
        <translation>待决定：%1</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已采用</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>上次保存</translation>
    </message>
</context>
<context>
    <name>sallyport::MergeView</name>
    <message>
        <source>Your text, the last saved one and the one on disk</source>
        <translation>您的文本、上次保存的文本和磁盘上的文本</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>上一处差异</translation>
    </message>
    <message>
        <source>Go to the difference before (Alt+Up).</source>
        <translation>转到上一处差异 (Alt+Up)。</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>下一处差异</translation>
    </message>
    <message>
        <source>Go to the next difference (Alt+Down).</source>
        <translation>转到下一处差异 (Alt+Down)。</translation>
    </message>
    <message>
        <source>Take &amp;Yours</source>
        <translation>采用我的(&amp;Y)</translation>
    </message>
    <message>
        <source>Take your lines for this difference.</source>
        <translation>此处差异采用您的行。</translation>
    </message>
    <message>
        <source>Take &amp;Disk&apos;s</source>
        <translation>采用磁盘上的(&amp;D)</translation>
    </message>
    <message>
        <source>Take the lines on disk for this difference.</source>
        <translation>此处差异采用磁盘上的行。</translation>
    </message>
    <message>
        <source>Take &amp;Both</source>
        <translation>两者都采用(&amp;B)</translation>
    </message>
    <message>
        <source>Take your lines and then those on disk.</source>
        <translation>先采用您的行，再采用磁盘上的行。</translation>
    </message>
    <message>
        <source>A&amp;ll Yours</source>
        <translation>全部采用我的(&amp;L)</translation>
    </message>
    <message>
        <source>Keep your text as it is; it may replace the one on disk when you save.</source>
        <translation>保持您的文本不变；保存时可以替换磁盘上的文本。</translation>
    </message>
    <message>
        <source>All D&amp;isk&apos;s</source>
        <translation>全部采用磁盘上的(&amp;I)</translation>
    </message>
    <message>
        <source>Take the text on disk as it is; undo brings yours back.</source>
        <translation>完全采用磁盘上的文本；撤销可恢复您的文本。</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>Make this your text, in one step that undo takes back.</source>
        <translation>将其作为您的文本，作为一步操作，可以撤销。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Leave everything as it is (Esc).</source>
        <translation>保持一切不变 (Esc)。</translation>
    </message>
    <message>
        <source>%1: your text and the one on disk</source>
        <translation>%1：您的文本与磁盘上的文本</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) wait for your choice: both sides have changed the same lines.</source>
        <translation>
            <numerusform>%Ln 处差异等待您选择：双方修改了相同的行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s), all decided. Nothing is changed before you apply it.</source>
        <translation>
            <numerusform>%Ln 处差异，均已决定。应用之前不会做任何修改。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::MeshCursor</name>
    <message>
        <source>gateway %1</source>
        <translation>网关 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::MeshFacts</name>
    <message>
        <source>The mesh lets everything out (ALLOW_ANY): what no rule names is not blocked.</source>
        <translation>网格放行所有流量 (ALLOW_ANY)：没有规则提及的流量不会被阻止。</translation>
    </message>
    <message>
        <source>Gateways keep client certificate headers as %1: the gate cannot trust them.</source>
        <translation>网关以 %1 方式保留客户端证书头：检查关卡无法信任它们。</translation>
    </message>
    <message>
        <source>There is no Service %1 in namespace %2 for gateway %3.</source>
        <translation>网关 %3 在命名空间 %2 中没有 Service %1。</translation>
    </message>
    <message>
        <source>The Service of gateway %1 has no port %2.</source>
        <translation>网关 %1 的 Service 没有端口 %2。</translation>
    </message>
</context>
<context>
    <name>sallyport::MeshFactsPanel</name>
    <message>
        <source>unknown (REGISTRY_ONLY is assumed)</source>
        <translation>未知（假定为 REGISTRY_ONLY）</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>网格</translation>
    </message>
</context>
<context>
    <name>sallyport::MeshGatewaysPanel</name>
    <message>
        <source>plaintext</source>
        <translation>明文</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>端口号</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Plaintext</source>
        <translation>明文</translation>
    </message>
    <message>
        <source>Egress gateways</source>
        <translation>出口网关</translation>
    </message>
    <message>
        <source>Add a gateway</source>
        <translation>添加网关</translation>
    </message>
    <message>
        <source>Remove this gateway</source>
        <translation>移除此网关</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Add a label…</source>
        <translation>添加标签…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add a port</source>
        <translation>添加端口</translation>
    </message>
    <message>
        <source>Remove the selected ports</source>
        <translation>移除选中的端口</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source>List the ports that are assumed</source>
        <translation>列出假定的端口</translation>
    </message>
    <message>
        <source>assumed: %1</source>
        <translation>假定：%1</translation>
    </message>
    <message>
        <source>Assumed: istio=%1</source>
        <translation>假定：istio=%1</translation>
    </message>
    <message>
        <source>Assumed: %1</source>
        <translation>假定：%1</translation>
    </message>
    <message>
        <source>Add a gateway to %1</source>
        <translation>为 %1 添加网关</translation>
    </message>
    <message>
        <source>Remove gateway %1</source>
        <translation>移除网关 %1</translation>
    </message>
    <message>
        <source>Move gateway %1</source>
        <translation>移动网关 %1</translation>
    </message>
    <message>
        <source>List the ports of %1</source>
        <translation>列出 %1 的端口</translation>
    </message>
</context>
<context>
    <name>sallyport::MeshHostsPanel</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代表主机</translation>
    </message>
    <message>
        <source>External hosts</source>
        <translation>外部主机</translation>
    </message>
    <message>
        <source>Add a host…</source>
        <translation>添加主机…</translation>
    </message>
    <message>
        <source>Add a host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Remove the selected hosts</source>
        <translation>移除选中的主机</translation>
    </message>
</context>
<context>
    <name>sallyport::MeshImport</name>
    <message>
        <source>Import the mesh of %1</source>
        <translation>导入 %1 的网格</translation>
    </message>
</context>
<context>
    <name>sallyport::MeshPage</name>
    <message>
        <source>Facts about the mesh that a policy cannot carry. They stay local and are never sent to a cluster.</source>
        <translation>策略无法承载的网格事实。它们只保存在本地，从不发送到集群。</translation>
    </message>
    <message>
        <source>Not listed, and assumed to have the defaults: %1.</source>
        <translation>未列出，假定为默认值：%1。</translation>
    </message>
</context>
<context>
    <name>sallyport::MessageBar</name>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Copies the message with its details.</source>
        <translation>复制消息及其详情。</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>关闭此消息 (Esc)</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>sallyport::Navigator</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter of the navigator</source>
        <translation>导航栏的筛选</translation>
    </message>
    <message>
        <source>Put the keyboard into the filter.</source>
        <translation>将键盘焦点移到筛选框。</translation>
    </message>
    <message>
        <source>&lt;p&gt;Shows what has all of these words, in names, hosts, namespaces, labels, ports and classes.&lt;/p&gt;&lt;p&gt;&lt;b&gt;host:&lt;/b&gt; &lt;b&gt;namespace:&lt;/b&gt; &lt;b&gt;label:&lt;/b&gt; &lt;b&gt;class:&lt;/b&gt; &lt;b&gt;port:&lt;/b&gt; &lt;b&gt;protocol:&lt;/b&gt; &lt;b&gt;gateway:&lt;/b&gt; &lt;b&gt;name:&lt;/b&gt; &lt;b&gt;kind:&lt;/b&gt; &lt;b&gt;file:&lt;/b&gt; look in one place.&lt;br&gt;&lt;b&gt;app=sleep&lt;/b&gt; is a label, &lt;b&gt;db.example.com:5432&lt;/b&gt; a host with its port.&lt;br&gt;&lt;b&gt;is:error&lt;/b&gt;, &lt;b&gt;is:warning&lt;/b&gt;, &lt;b&gt;is:note&lt;/b&gt;, &lt;b&gt;is:problem&lt;/b&gt; and codes such as &lt;b&gt;host.invalid&lt;/b&gt; ask for findings.&lt;br&gt;&lt;b&gt;-word&lt;/b&gt; leaves out, &lt;b&gt;&quot;two words&quot;&lt;/b&gt; belong together.&lt;/p&gt;</source>
        <translation>&lt;p&gt;显示在名称、主机、命名空间、标签、端口和类别中包含所有这些词的条目。&lt;/p&gt;&lt;p&gt;&lt;b&gt;host:&lt;/b&gt; &lt;b&gt;namespace:&lt;/b&gt; &lt;b&gt;label:&lt;/b&gt; &lt;b&gt;class:&lt;/b&gt; &lt;b&gt;port:&lt;/b&gt; &lt;b&gt;protocol:&lt;/b&gt; &lt;b&gt;gateway:&lt;/b&gt; &lt;b&gt;name:&lt;/b&gt; &lt;b&gt;kind:&lt;/b&gt; &lt;b&gt;file:&lt;/b&gt; 只在一处查找。&lt;br&gt;&lt;b&gt;app=sleep&lt;/b&gt; 是标签，&lt;b&gt;db.example.com:5432&lt;/b&gt; 是带端口的主机。&lt;br&gt;&lt;b&gt;is:error&lt;/b&gt;、&lt;b&gt;is:warning&lt;/b&gt;、&lt;b&gt;is:note&lt;/b&gt;、&lt;b&gt;is:problem&lt;/b&gt; 以及 &lt;b&gt;host.invalid&lt;/b&gt; 等代码用于查找问题。&lt;br&gt;&lt;b&gt;-word&lt;/b&gt; 表示排除，&lt;b&gt;&quot;two words&quot;&lt;/b&gt; 表示连在一起。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Policies and rules</source>
        <translation>策略和规则</translation>
    </message>
    <message>
        <source>All files with their policies, rules and destinations. Shift and Ctrl with the arrows select several.</source>
        <translation>所有文件及其策略、规则和目标。Shift 和 Ctrl 加方向键可选择多个。</translation>
    </message>
    <message>
        <source>Nothing here fits “%1”.</source>
        <translation>这里没有与“%1”匹配的条目。</translation>
    </message>
    <message>
        <source>No file is open. Policies and their rules are listed here.</source>
        <translation>没有打开的文件。策略及其规则会列在这里。</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>New Policy</source>
        <translation>新建策略</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s)</source>
        <translation>
            <numerusform>%Ln 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %2</source>
        <translation>%L1 / %2</translation>
    </message>
</context>
<context>
    <name>sallyport::NavigatorModel</name>
    <message numerus="yes">
        <source>%Ln finding(s), at least one error</source>
        <translation>
            <numerusform>%Ln 个问题，其中至少一个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s), at least one warning</source>
        <translation>
            <numerusform>%Ln 个问题，其中至少一个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln 个提示</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::NavigatorView</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::NewDocuments</name>
    <message>
        <source>New AuthorizationPolicy %1</source>
        <translation>新建 AuthorizationPolicy %1</translation>
    </message>
    <message>
        <source>Add a rule to %1</source>
        <translation>为 %1 添加规则</translation>
    </message>
    <message>
        <source>New Mesh from what is assumed</source>
        <translation>按假定内容新建 Mesh</translation>
    </message>
    <message>
        <source>New Expectations</source>
        <translation>新建 Expectations</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>添加用例</translation>
    </message>
</context>
<context>
    <name>sallyport::ObjectPicker</name>
    <message>
        <source>Filter by namespace, kind or name</source>
        <translation>按命名空间、种类或名称筛选</translation>
    </message>
    <message>
        <source>Filter objects</source>
        <translation>筛选对象</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
</context>
<context>
    <name>sallyport::ObjectsTab</name>
    <message>
        <source>Istio objects</source>
        <translation>Istio 对象</translation>
    </message>
    <message>
        <source>What the policies compile to. Enter goes to the field that made the line with the cursor.</source>
        <translation>策略编译出的内容。按 Enter 转到产生光标所在行的字段。</translation>
    </message>
    <message>
        <source>S&amp;how:</source>
        <translation>显示(&amp;H)：</translation>
    </message>
    <message>
        <source>This rule</source>
        <translation>此规则</translation>
    </message>
    <message>
        <source>All objects</source>
        <translation>全部对象</translation>
    </message>
    <message>
        <source>ASM resource</source>
        <translation>ASM 资源</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Which of the generated objects are shown.</source>
        <translation>显示哪些生成的对象。</translation>
    </message>
    <message>
        <source>Jump to an object</source>
        <translation>跳转到对象</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy what is shown, or the object with the cursor</source>
        <translation>复制显示的内容，或光标所在的对象</translation>
    </message>
    <message>
        <source>Copy &amp;Object</source>
        <translation>复制对象(&amp;O)</translation>
    </message>
    <message>
        <source>Copy &amp;All</source>
        <translation>全部复制(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s): jump to one</source>
        <translation>
            <numerusform>%n 个对象：跳转到其中一个</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no policy in this workspace yet.</source>
        <translation>此工作区中还没有策略。</translation>
    </message>
    <message>
        <source>No objects: what is selected opens nothing yet, or has errors (see Problems).</source>
        <translation>没有对象：选中的内容尚未放行任何流量，或存在错误（见“问题”）。</translation>
    </message>
    <message>
        <source>The target is ASM, which makes its own objects from the ASM resource. This is what a plain Istio mesh gets.</source>
        <translation>产出目标是 ASM，它会根据 ASM 资源生成自己的对象。这里显示的是普通 Istio 网格得到的内容。</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>显示问题</translation>
    </message>
    <message>
        <source>What is written for ASM: without status and suppressions.</source>
        <translation>为 ASM 写出的内容：不含 status 和抑制项。</translation>
    </message>
</context>
<context>
    <name>sallyport::OriginLine</name>
    <message>
        <source>Made by</source>
        <translation>来源</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Made by %1 and %2</source>
        <translation>来源：%1 和 %2</translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation>来源：%1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::Outline</name>
    <message>
        <source>Other documents</source>
        <translation>其他文档</translation>
    </message>
    <message>
        <source>Generated documents</source>
        <translation>生成的文档</translation>
    </message>
</context>
<context>
    <name>sallyport::PaletteCommands</name>
    <message>
        <source>Type the name of an action, rule, host, finding or recent file</source>
        <translation>输入操作、规则、主机、问题或最近文件的名称</translation>
    </message>
    <message>
        <source>Type the name of a rule, host, finding or recent file</source>
        <translation>输入规则、主机、问题或最近文件的名称</translation>
    </message>
</context>
<context>
    <name>sallyport::PaletteModel</name>
    <message>
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>recent file</source>
        <translation>最近的文件</translation>
    </message>
</context>
<context>
    <name>sallyport::PasteDialog</name>
    <message>
        <source>&amp;Set for Selected</source>
        <translation>应用到选中行(&amp;S)</translation>
    </message>
    <message>
        <source>Paste Hosts into %1</source>
        <translation>将主机粘贴到 %1</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>&amp;Text: a list, a table, URLs, curl commands, log lines, a hosts file, YAML …</source>
        <translation>文本(&amp;T)：列表、表格、URL、curl 命令、日志行、hosts 文件、YAML …</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Whatever names hosts; it is read while you type.</source>
        <translation>任何含有主机名的内容；边输入边解析。</translation>
    </message>
    <message>
        <source>S&amp;how:</source>
        <translation>显示(&amp;H)：</translation>
    </message>
    <message>
        <source>Rows that are shown</source>
        <translation>显示的行</translation>
    </message>
    <message>
        <source>Which of the rows that were understood are shown.</source>
        <translation>显示已识别行中的哪些。</translation>
    </message>
    <message>
        <source>&amp;Port and protocol:</source>
        <translation>端口和协议(&amp;P)：</translation>
    </message>
    <message>
        <source>Port for the selected rows</source>
        <translation>选中行的端口</translation>
    </message>
    <message>
        <source>Protocol for the selected rows</source>
        <translation>选中行的协议</translation>
    </message>
    <message>
        <source>The selected rows get this port; empty leaves theirs.</source>
        <translation>选中的行使用此端口；留空则保持不变。</translation>
    </message>
    <message>
        <source>The selected rows get this protocol; empty leaves theirs.</source>
        <translation>选中的行使用此协议；留空则保持不变。</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>Space leaves the selected rows out or takes them in; F2 edits a cell.</source>
        <translation>空格排除或纳入选中的行；F2 编辑单元格。</translation>
    </message>
    <message>
        <source>Hosts and what is no host (%1)</source>
        <translation>主机及非主机 (%1)</translation>
    </message>
    <message>
        <source>Hosts (%1)</source>
        <translation>主机 (%1)</translation>
    </message>
    <message>
        <source>Duplicates (%1)</source>
        <translation>重复项 (%1)</translation>
    </message>
    <message>
        <source>What is no host (%1)</source>
        <translation>非主机 (%1)</translation>
    </message>
    <message>
        <source>What was left aside (%1)</source>
        <translation>已忽略 (%1)</translation>
    </message>
    <message>
        <source>Everything (%1)</source>
        <translation>全部 (%1)</translation>
    </message>
    <message>
        <source>Reading: %1 %.</source>
        <translation>正在读取：%1 %。</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) will be added.</source>
        <translation>
            <numerusform>将添加 %n 个主机。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) are left out.</source>
        <translation>
            <numerusform>已排除 %n 个主机。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are duplicates.</source>
        <translation>
            <numerusform>%n 行重复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are no hosts: edit them, or leave them.</source>
        <translation>
            <numerusform>%n 行不是主机：请编辑，或不予处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n Host(s)</source>
        <translation>
            <numerusform>添加 %n 个主机(&amp;A)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::PasteJudge</name>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::PasteModel</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>粘贴内容</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>No host</source>
        <translation>不是主机</translation>
    </message>
    <message>
        <source>Left aside</source>
        <translation>已忽略</translation>
    </message>
</context>
<context>
    <name>sallyport::PastedRow</name>
    <message>
        <source>A leading dot stands for all names below.</source>
        <translation>开头的点表示其下所有名称。</translation>
    </message>
    <message>
        <source>The Host header names the host, not the URL.</source>
        <translation>主机由 Host 头指定，而不是 URL。</translation>
    </message>
    <message>
        <source>From the server name of the TLS connection.</source>
        <translation>取自 TLS 连接的服务器名。</translation>
    </message>
    <message>
        <source>%1 has it, too.</source>
        <translation>%1 也包含它。</translation>
    </message>
    <message>
        <source>Line %1 has it already.</source>
        <translation>第 %1 行已有。</translation>
    </message>
    <message>
        <source>The rule has it already.</source>
        <translation>规则中已有。</translation>
    </message>
    <message>
        <source>An address; a host is a DNS name.</source>
        <translation>这是地址；主机应为 DNS 名称。</translation>
    </message>
    <message>
        <source>A mail address. Write the host if the domain is meant.</source>
        <translation>这是邮件地址。如果指的是域名，请写出主机。</translation>
    </message>
    <message>
        <source>No dot: it would be taken for a service of the cluster.</source>
        <translation>没有点：会被当作集群中的服务。</translation>
    </message>
    <message>
        <source>The name is reserved for the way between sidecars and gateways.</source>
        <translation>该名称保留用于 Sidecar 与网关之间。</translation>
    </message>
    <message>
        <source>A service of the cluster itself.</source>
        <translation>这是集群自身的服务。</translation>
    </message>
    <message>
        <source>“*.” may stand in front of a DNS name, nowhere else.</source>
        <translation>“*.”只能位于 DNS 名称之前。</translation>
    </message>
    <message>
        <source>No DNS name.</source>
        <translation>不是 DNS 名称。</translation>
    </message>
    <message>
        <source>“%1” is no port from 1 to 65535.</source>
        <translation>“%1”不是 1 到 65535 的端口。</translation>
    </message>
    <message>
        <source>TCP needs a port.</source>
        <translation>TCP 需要端口。</translation>
    </message>
    <message>
        <source>UDP does not go through an egress gateway.</source>
        <translation>UDP 不经过出口网关。</translation>
    </message>
    <message>
        <source>It does not say which host it went to.</source>
        <translation>它没有说明去往哪个主机。</translation>
    </message>
    <message>
        <source>A pattern that stands for several names. Write them out.</source>
        <translation>这是代表多个名称的模式，请逐一写出。</translation>
    </message>
    <message>
        <source>The titles of columns.</source>
        <translation>列标题。</translation>
    </message>
    <message>
        <source>A comment.</source>
        <translation>注释。</translation>
    </message>
    <message>
        <source>Words that name no host.</source>
        <translation>不含主机名的文字。</translation>
    </message>
    <message>
        <source>A proxy is no host that the request is for.</source>
        <translation>代理不是请求要访问的主机。</translation>
    </message>
    <message>
        <source>Options of a command.</source>
        <translation>命令的选项。</translation>
    </message>
    <message>
        <source>It says only where the name is found.</source>
        <translation>它只说明名称在哪里可以找到。</translation>
    </message>
    <message>
        <source>The rest of the log line.</source>
        <translation>日志行的其余部分。</translation>
    </message>
    <message>
        <source>The rest of the DNS record.</source>
        <translation>DNS 记录的其余部分。</translation>
    </message>
    <message>
        <source>Inside TLS the mesh sees the name of the URL, not the Host header.</source>
        <translation>在 TLS 内，网格看到的是 URL 中的名称，而不是 Host 头。</translation>
    </message>
    <message>
        <source>The text of a link.</source>
        <translation>链接的文字。</translation>
    </message>
    <message>
        <source>The rest of the document.</source>
        <translation>文档的其余部分。</translation>
    </message>
</context>
<context>
    <name>sallyport::Plan</name>
    <message>
        <source>The plan cannot be applied</source>
        <translation>计划无法应用</translation>
    </message>
    <message>
        <source>Nothing on the cluster was changed.</source>
        <translation>集群没有发生任何变化。</translation>
    </message>
    <message>
        <source>Ask an administrator of the cluster for the rights listed, and plan again.</source>
        <translation>请集群管理员授予列出的权限，然后重新计划。</translation>
    </message>
    <message>
        <source>Correct it, and plan again.</source>
        <translation>请更正，然后重新计划。</translation>
    </message>
    <message>
        <source>%1 belongs to %2</source>
        <translation>%1 属于 %2</translation>
    </message>
    <message>
        <source>Decide which fields to take over, or leave them to their owner.</source>
        <translation>请决定接管哪些字段，或将其留给所有者。</translation>
    </message>
    <message>
        <source>it deletes %1 of %2 objects</source>
        <translation>它将删除 %2 个对象中的 %1 个</translation>
    </message>
    <message>
        <source>Confirm that this is meant (--prune=all).</source>
        <translation>请确认这是有意的 (--prune=all)。</translation>
    </message>
    <message>
        <source>a guard is left out, and the gateway would stand open without it</source>
        <translation>守卫被排除，网关将失去保护</translation>
    </message>
    <message>
        <source>Take the AuthorizationPolicy over, or leave the gateway&apos;s objects out, too.</source>
        <translation>请接管该 AuthorizationPolicy，或将网关的对象也排除。</translation>
    </message>
    <message>
        <source>unchanged %1</source>
        <translation>%1 个未变</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>无事可做</translation>
    </message>
    <message>
        <source>+ Create</source>
        <translation>+ 创建</translation>
    </message>
    <message>
        <source>~ Change</source>
        <translation>~ 修改</translation>
    </message>
    <message>
        <source>= Unchanged</source>
        <translation>= 未变</translation>
    </message>
    <message>
        <source>− Delete</source>
        <translation>− 删除</translation>
    </message>
    <message>
        <source>? Not needed any more</source>
        <translation>? 不再需要</translation>
    </message>
    <message>
        <source>! Conflict</source>
        <translation>! 冲突</translation>
    </message>
    <message>
        <source>× Not allowed</source>
        <translation>× 不允许</translation>
    </message>
    <message>
        <source>× Not accepted</source>
        <translation>× 未被接受</translation>
    </message>
    <message>
        <source>○ Left out</source>
        <translation>○ 已排除</translation>
    </message>
    <message>
        <source>✗ Failed</source>
        <translation>✗ 失败</translation>
    </message>
    <message>
        <source>✓ Deleted</source>
        <translation>✓ 已删除</translation>
    </message>
    <message>
        <source>✓ Changed</source>
        <translation>✓ 已修改</translation>
    </message>
    <message>
        <source>✓ Created</source>
        <translation>✓ 已创建</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>未决定</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>保留对方的</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
</context>
<context>
    <name>sallyport::PlanModel</name>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>the object as a whole</source>
        <translation>整个对象</translation>
    </message>
    <message>
        <source>%1 belongs to %2</source>
        <translation>%1 属于 %2</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>Object or field</source>
        <translation>对象或字段</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>On the cluster</source>
        <translation>集群上</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
</context>
<context>
    <name>sallyport::PlanText</name>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>the object belongs to %1</source>
        <translation>该对象属于 %1</translation>
    </message>
    <message>
        <source>%1 belongs to %2: theirs %3, ours %4</source>
        <translation>%1 属于 %2：对方 %3，我方 %4</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Context %1, mesh %2: %3.</source>
        <translation>上下文 %1，网格 %2：%3。</translation>
    </message>
    <message>
        <source>What is stale stays: --prune deletes what the policy does not need any more.</source>
        <translation>过期的内容会保留：--prune 会删除策略不再需要的内容。</translation>
    </message>
    <message>
        <source>These rights are missing; this would grant them:</source>
        <translation>缺少以下权限；这样可以授予：</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>提示：%1</translation>
    </message>
</context>
<context>
    <name>sallyport::PlanView</name>
    <message>
        <source>Apply the &amp;rest all the same</source>
        <translation>仍然应用其余部分(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Unchanged, too</source>
        <translation>也显示未变的(&amp;U)</translation>
    </message>
    <message>
        <source>Plan A&amp;gain</source>
        <translation>重新计划(&amp;G)</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Objects, and what would become of their fields.</source>
        <translation>对象，及其字段将如何变化。</translation>
    </message>
    <message>
        <source>What errors of the policy concern is left out, and nothing is deleted.</source>
        <translation>策略错误涉及的内容会被排除，并且不删除任何内容。</translation>
    </message>
    <message>
        <source>Shows the objects, too, that are as the policy says.</source>
        <translation>同时显示与策略一致的对象。</translation>
    </message>
    <message>
        <source>Asks the cluster once more. Nothing is changed there.</source>
        <translation>再次询问集群。不会做任何修改。</translation>
    </message>
    <message>
        <source>No cluster is open</source>
        <translation>没有打开集群</translation>
    </message>
    <message>
        <source>Open a context to plan what applying your policy would change there.</source>
        <translation>打开上下文，以计划应用策略会带来的变更。</translation>
    </message>
    <message>
        <source>Choose a Context</source>
        <translation>选择上下文</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>正在计划…</translation>
    </message>
    <message>
        <source>The cluster is asked what would change. Nothing is changed there.</source>
        <translation>正在询问集群会发生哪些变更。不会做任何修改。</translation>
    </message>
    <message>
        <source>Nothing is planned yet</source>
        <translation>尚无计划</translation>
    </message>
    <message>
        <source>A plan asks %1 what applying would change, and changes nothing there.</source>
        <translation>计划会询问 %1 应用后将有哪些变更，但不做任何修改。</translation>
    </message>
    <message>
        <source>Conflicts (%1)</source>
        <translation>冲突 (%1)</translation>
    </message>
    <message>
        <source>Not needed any more (%1)</source>
        <translation>不再需要 (%1)</translation>
    </message>
    <message>
        <source>%1 is read-only</source>
        <translation>%1 是只读的</translation>
    </message>
    <message numerus="yes">
        <source>Take back %n object(s) on %1</source>
        <translation>
            <numerusform>在 %1 上恢复 %n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply %1 and delete %2 objects on %3</source>
        <translation>在 %3 上应用 %1 个、删除 %2 个对象</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n object(s) from %1</source>
        <translation>
            <numerusform>从 %1 删除 %n 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n object(s) to %1</source>
        <translation>
            <numerusform>将 %n 个对象应用到 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n write(s) to %1.</source>
        <translation>
            <numerusform>完成：向 %1 写入 %n 次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n write(s). Plan again to go on.</source>
        <translation>
            <numerusform>写入 %n 次后停止。重新计划即可继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended after %n write(s). Plan again to go on.</source>
        <translation>
            <numerusform>写入 %n 次后结束。重新计划即可继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Writes to the cluster, in an order that never allows more in between.</source>
        <translation>写入集群，按照中途绝不多放行任何流量的顺序。</translation>
    </message>
    <message>
        <source>Take &amp;In Again</source>
        <translation>重新纳入(&amp;I)</translation>
    </message>
    <message>
        <source>Leave &amp;Out</source>
        <translation>排除(&amp;O)</translation>
    </message>
    <message>
        <source>The selected object becomes part of the plan again.</source>
        <translation>选中的对象重新成为计划的一部分。</translation>
    </message>
    <message>
        <source>The selected object stays as it is on the cluster.</source>
        <translation>选中的对象在集群上保持不变。</translation>
    </message>
    <message>
        <source>Nothing to apply to %1</source>
        <translation>没有要应用到 %1 的内容</translation>
    </message>
</context>
<context>
    <name>sallyport::PlanWork</name>
    <message>
        <source>Nothing on the cluster was changed.</source>
        <translation>集群没有发生任何变化。</translation>
    </message>
    <message>
        <source>There is no plan.</source>
        <translation>没有计划。</translation>
    </message>
    <message>
        <source>Make a plan first.</source>
        <translation>请先制定计划。</translation>
    </message>
    <message>
        <source>The cluster changed since this plan.</source>
        <translation>制定此计划后集群发生了变化。</translation>
    </message>
    <message>
        <source>The policy changed since this plan.</source>
        <translation>制定此计划后策略发生了变化。</translation>
    </message>
    <message>
        <source>Plan again, and look at it.</source>
        <translation>请重新计划并查看。</translation>
    </message>
    <message>
        <source>The context is marked as read-only.</source>
        <translation>该上下文标记为只读。</translation>
    </message>
    <message>
        <source>Take the mark off in the list of contexts, if it is meant.</source>
        <translation>如确需修改，请在上下文列表中取消标记。</translation>
    </message>
    <message>
        <source>The policy has errors, and what they concern would be left out.</source>
        <translation>策略有错误，涉及的内容将被排除。</translation>
    </message>
    <message>
        <source>Correct them (see Problems), or apply the rest all the same.</source>
        <translation>请更正（见“问题”），或仍然应用其余部分。</translation>
    </message>
    <message>
        <source>There is nothing to apply.</source>
        <translation>没有可应用的内容。</translation>
    </message>
    <message>
        <source>The cluster is as it should be.</source>
        <translation>集群已符合预期。</translation>
    </message>
    <message>
        <source>Waiting %1 s until all proxies have it…</source>
        <translation>等待 %1 秒，直到所有代理都收到配置…</translation>
    </message>
    <message>
        <source>Applying to %1: %2…</source>
        <translation>正在应用到 %1：%2…</translation>
    </message>
    <message>
        <source>Stopping after the writes under way…</source>
        <translation>正在进行的写入完成后停止…</translation>
    </message>
</context>
<context>
    <name>sallyport::PoliciesDialog</name>
    <message>
        <source>Asking %1 for its policies…</source>
        <translation>正在向 %1 查询其策略…</translation>
    </message>
    <message>
        <source>Open Policy from Cluster</source>
        <translation>从集群打开策略</translation>
    </message>
    <message>
        <source>Asking the cluster</source>
        <translation>正在询问集群</translation>
    </message>
    <message>
        <source>Policies of the cluster</source>
        <translation>集群中的策略</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>There is no ASMEgressTrafficPolicy on this cluster that you may read.</source>
        <translation>此集群上没有您可以读取的 ASMEgressTrafficPolicy。</translation>
    </message>
    <message>
        <source>Each opens as a new file, without what only the server writes.</source>
        <translation>每个策略作为新文件打开，不含仅由服务器写入的内容。</translation>
    </message>
</context>
<context>
    <name>sallyport::PolicyCursor</name>
    <message>
        <source>(unnamed policy)</source>
        <translation>（未命名的策略）</translation>
    </message>
    <message>
        <source>source %1</source>
        <translation>来源 %1</translation>
    </message>
    <message>
        <source>%1: all workloads</source>
        <translation>%1：所有工作负载</translation>
    </message>
</context>
<context>
    <name>sallyport::PolicyForm</name>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有打开的内容</translation>
    </message>
    <message>
        <source>A policy says which workloads of a service mesh may reach which external hosts, and through which gateway. Open a file, or begin with a new one.</source>
        <translation>策略说明服务网格中的哪些工作负载可以访问哪些外部主机，以及经由哪个网关。请打开文件，或新建策略。</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>新建策略</translation>
    </message>
    <message>
        <source>Nothing is written here yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>The document is empty, so there is no form for it. Write it in the Source tab, or begin with a new policy.</source>
        <translation>文档为空，因此没有对应的表单。请在“源码”选项卡中编写，或新建策略。</translation>
    </message>
    <message>
        <source>This text cannot be read</source>
        <translation>无法读取此文本</translation>
    </message>
    <message>
        <source>It could not be read since it was opened, so there is nothing to show but the text itself. The Source tab marks what is wrong.</source>
        <translation>自打开以来一直无法读取，因此只能显示文本本身。“源码”选项卡标出了错误之处。</translation>
    </message>
</context>
<context>
    <name>sallyport::PolicyPage</name>
    <message>
        <source>This policy has no rules yet</source>
        <translation>此策略还没有规则</translation>
    </message>
    <message>
        <source>A rule says which workloads may reach which hosts. Without one the policy allows nothing.</source>
        <translation>规则说明哪些工作负载可以访问哪些主机。没有规则，策略不放行任何流量。</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>添加规则</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) in other rules of this policy.</source>
        <translation>
            <numerusform>此策略的其他规则中有 %n 个问题。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源码</translation>
    </message>
    <message>
        <source>Istio objects</source>
        <translation>Istio 对象</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
</context>
<context>
    <name>sallyport::ProblemDetail</name>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Explanation of the problem</source>
        <translation>问题的说明</translation>
    </message>
    <message>
        <source>What the selected finding means, and the ways to mend it.</source>
        <translation>所选问题的含义，以及解决办法。</translation>
    </message>
    <message>
        <source>Select a problem to read what it means and how to solve it.</source>
        <translation>选择一个问题，查看其含义和解决办法。</translation>
    </message>
    <message>
        <source>Suppressed: %1</source>
        <translation>已抑制：%1</translation>
    </message>
</context>
<context>
    <name>sallyport::ProblemsModel</name>
    <message>
        <source>%1 (suppressed: %2)</source>
        <translation>%1（已抑制：%2）</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
</context>
<context>
    <name>sallyport::ProblemsView</name>
    <message>
        <source>No problems.</source>
        <translation>没有问题。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>All findings. Enter goes to the field of one.</source>
        <translation>全部问题。按 Enter 转到问题所在的字段。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter problems</source>
        <translation>筛选问题</translation>
    </message>
    <message>
        <source>Shows only the findings with these words in their code, place or sentence.</source>
        <translation>只显示代码、位置或描述中含有这些词的问题。</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>%1: show or hide them</source>
        <translation>%1：显示或隐藏</translation>
    </message>
    <message>
        <source>No problem matches the filter.</source>
        <translation>没有问题与筛选匹配。</translation>
    </message>
    <message>
        <source>&amp;Go to Field</source>
        <translation>转到字段(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Why Is This Blocked?</source>
        <translation>为什么被阻止？(&amp;W)</translation>
    </message>
</context>
<context>
    <name>sallyport::ProtocolPanel</name>
    <message>
        <source>HTTP: by host header</source>
        <translation>HTTP：按 Host 头</translation>
    </message>
    <message>
        <source>TLS: by server name</source>
        <translation>TLS：按服务器名</translation>
    </message>
    <message>
        <source>TCP: by address and port</source>
        <translation>TCP：按地址和端口</translation>
    </message>
    <message>
        <source>3 Protocol</source>
        <translation>3 协议</translation>
    </message>
    <message>
        <source>Upgrade %1 to HTTPS</source>
        <translation>将 %1 升级为 HTTPS</translation>
    </message>
    <message>
        <source>Stop upgrading %1 to HTTPS</source>
        <translation>停止将 %1 升级为 HTTPS</translation>
    </message>
</context>
<context>
    <name>sallyport::PrunePanel</name>
    <message>
        <source>&amp;Delete what the policy does not need any more</source>
        <translation>删除策略不再需要的内容(&amp;D)</translation>
    </message>
    <message>
        <source>Plans anew, with deletions. Nothing is deleted before you apply the plan.</source>
        <translation>重新计划并包含删除。应用计划之前不会删除任何内容。</translation>
    </message>
    <message>
        <source>Deleting most of what is there is more often a mistake than not: say that it is meant.</source>
        <translation>删除大部分现有内容往往是误操作：请说明这是有意的。</translation>
    </message>
    <message>
        <source>Objects that are not needed any more</source>
        <translation>不再需要的对象</translation>
    </message>
    <message>
        <source>Those that are checked are deleted.</source>
        <translation>勾选的对象会被删除。</translation>
    </message>
    <message>
        <source>Errors of the policy leave something out: nothing is deleted then.</source>
        <translation>策略错误使部分内容被排除：此时不删除任何内容。</translation>
    </message>
    <message>
        <source>&amp;Yes, delete more than half of what is there (%1)</source>
        <translation>是，删除超过一半的现有内容 (%1)(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>sallyport::RecordTable</name>
    <message>
        <source>Change %1 of %2</source>
        <translation>修改 %2 的 %1</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>添加到 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n row(s) of %1</source>
        <translation>
            <numerusform>移除 %1 的 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>创建 %1 的副本</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n row(s) into %1</source>
        <translation>
            <numerusform>向 %1 粘贴 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::RenameDialog</name>
    <message>
        <source>Rename Everywhere</source>
        <translation>全部重命名</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Label key</source>
        <translation>标签键</translation>
    </message>
    <message>
        <source>Label value</source>
        <translation>标签值</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>The kind of name.</source>
        <translation>名称的种类。</translation>
    </message>
    <message>
        <source>The name as it is now.</source>
        <translation>现有的名称。</translation>
    </message>
    <message>
        <source>The name that takes its place.</source>
        <translation>取而代之的名称。</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>对象(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>原名(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>新名(&amp;T)</translation>
    </message>
    <message>
        <source>Places that change</source>
        <translation>将变更的位置</translation>
    </message>
    <message>
        <source>Every place with the name, and why some stay as they are.</source>
        <translation>含有该名称的所有位置，以及其中一些保持不变的原因。</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>No open document names it.</source>
        <translation>没有打开的文档包含它。</translation>
    </message>
    <message>
        <source>It has that name already, or none of the places can be changed.</source>
        <translation>它已经是这个名称，或没有可修改的位置。</translation>
    </message>
    <message>
        <source>%1 in %2 change(s), in one step that can be undone.</source>
        <translation>%2 中的 %1 将变更，作为一步操作，可以撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln 个文档</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is in use already: what used to be two will be one.</source>
        <translation>%1 已被使用：原来的两个将合为一个。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) stay(s) as it is; the list says why.</source>
        <translation>
            <numerusform>%Ln 处保持不变；列表说明了原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>将 %1 重命名为 %2</translation>
    </message>
</context>
<context>
    <name>sallyport::RenameModel</name>
    <message>
        <source>stays: %1</source>
        <translation>保持：%1</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>sallyport::Renaming</name>
    <message>
        <source>The document has anchors, aliases or merge keys: change it in the text.</source>
        <translation>文档含有锚点、别名或合并键：请在文本中修改。</translation>
    </message>
    <message>
        <source>The document has a key twice: change it in the text.</source>
        <translation>文档中有重复的键：请在文本中修改。</translation>
    </message>
    <message>
        <source>There is a label %1 beside it already.</source>
        <translation>旁边已有标签 %1。</translation>
    </message>
    <message>
        <source>A namespace has up to 63 lower-case letters, digits and hyphens, hyphens only inside.</source>
        <translation>命名空间最多 63 个小写字母、数字和连字符，连字符只能在中间。</translation>
    </message>
    <message>
        <source>A label&apos;s key is a name of up to 63 characters, perhaps after a DNS name and a slash.</source>
        <translation>标签键是最多 63 个字符的名称，前面可有 DNS 名称和斜杠。</translation>
    </message>
    <message>
        <source>A label&apos;s value has up to 63 letters, digits, hyphens, underscores and dots, and starts and ends with a letter or digit.</source>
        <translation>标签值最多 63 个字母、数字、连字符、下划线和点，以字母或数字开头和结尾。</translation>
    </message>
    <message>
        <source>A host and a wildcard cannot stand for each other.</source>
        <translation>主机和通配符不能相互替代。</translation>
    </message>
    <message>
        <source>A host is a DNS name such as www.example.com.</source>
        <translation>主机是 DNS 名称，例如 www.example.com。</translation>
    </message>
</context>
<context>
    <name>sallyport::RequestPanel</name>
    <message>
        <source>Namespace of the workload</source>
        <translation>工作负载的命名空间</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Labels of the workload: app=sleep,tier=web</source>
        <translation>工作负载的标签：app=sleep,tier=web</translation>
    </message>
    <message>
        <source>labels: app=sleep,tier=web</source>
        <translation>标签：app=sleep,tier=web</translation>
    </message>
    <message>
        <source>Service account of the workload</source>
        <translation>工作负载的服务账号</translation>
    </message>
    <message>
        <source>service account: default</source>
        <translation>服务账号：default</translation>
    </message>
    <message>
        <source>Method of the request</source>
        <translation>请求的方法</translation>
    </message>
    <message>
        <source>URL of the request, or host:port of a stream</source>
        <translation>请求的 URL，或数据流的 主机:端口</translation>
    </message>
    <message>
        <source>http://host/path, https://host or host:port</source>
        <translation>http://主机/路径、https://主机 或 主机:端口</translation>
    </message>
    <message>
        <source>Headers of the request</source>
        <translation>请求的标头</translation>
    </message>
    <message>
        <source>headers: Name: value; Name: value</source>
        <translation>标头：名称: 值; 名称: 值</translation>
    </message>
    <message>
        <source>F&amp;rom:</source>
        <translation>来源(&amp;R)：</translation>
    </message>
    <message>
        <source>Re&amp;quest:</source>
        <translation>请求(&amp;Q)：</translation>
    </message>
</context>
<context>
    <name>sallyport::Rights</name>
    <message>
        <source>%1 %2 in all namespaces</source>
        <translation>所有命名空间中的%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 in namespace %3</source>
        <translation>命名空间 %3 中的%1 %2</translation>
    </message>
</context>
<context>
    <name>sallyport::RuleCommands</name>
    <message numerus="yes">
        <source>Delete %Ln item(s)</source>
        <translation>
            <numerusform>删除 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::Sample</name>
    <message>
        <source>Allow one HTTP host</source>
        <translation>放行一个 HTTP 主机</translation>
    </message>
    <message>
        <source>One workload may call two hosts over plain HTTP; everything else stays blocked.</source>
        <translation>一个工作负载可以通过明文 HTTP 访问两个主机；其他流量仍被阻止。</translation>
    </message>
    <message>
        <source>Upgrade HTTP to HTTPS at the gateway</source>
        <translation>在网关将 HTTP 升级为 HTTPS</translation>
    </message>
    <message>
        <source>The application speaks plain HTTP, and the gateway speaks verified HTTPS to the host.</source>
        <translation>应用使用明文 HTTP，网关以经过验证的 HTTPS 访问主机。</translation>
    </message>
    <message>
        <source>HTTPS pass-through</source>
        <translation>HTTPS 直通</translation>
    </message>
    <message>
        <source>The application&apos;s own HTTPS reaches the host untouched.</source>
        <translation>应用自身的 HTTPS 原样到达主机。</translation>
    </message>
    <message>
        <source>HTTP and HTTPS of one host</source>
        <translation>同一主机的 HTTP 和 HTTPS</translation>
    </message>
    <message>
        <source>Two destinations open port 80 and port 443 of the same host.</source>
        <translation>两个目标分别开放同一主机的 80 和 443 端口。</translation>
    </message>
    <message>
        <source>TCP stream</source>
        <translation>TCP 流</translation>
    </message>
    <message>
        <source>A host is reached as a plain stream of bytes, with what that means for a mesh.</source>
        <translation>以纯字节流访问主机，以及这对网格意味着什么。</translation>
    </message>
    <message>
        <source>TCP database</source>
        <translation>TCP 数据库</translation>
    </message>
    <message>
        <source>A database outside the mesh is told apart by the address that the Mesh document gives.</source>
        <translation>网格外的数据库，由 Mesh 文档给出的地址来区分。</translation>
    </message>
    <message>
        <source>Several teams, one gateway</source>
        <translation>多个团队，一个网关</translation>
    </message>
    <message>
        <source>Three teams share one gateway and one of the hosts, each with its own permission.</source>
        <translation>三个团队共用一个网关和其中一个主机，各有各的许可。</translation>
    </message>
    <message>
        <source>Deny a method at the gateway</source>
        <translation>在网关拒绝某个方法</translation>
    </message>
    <message>
        <source>An AuthorizationPolicy of the gateway refuses POST to a host that may be called otherwise.</source>
        <translation>网关的 AuthorizationPolicy 拒绝对某主机的 POST，其他访问不受影响。</translation>
    </message>
    <message>
        <source>A wildcard (and why not)</source>
        <translation>通配符（以及为何不用）</translation>
    </message>
    <message>
        <source>All names below one domain, with the one host that has to answer for them.</source>
        <translation>一个域名下的所有名称，以及必须代表它们应答的那个主机。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>The HTTP sample, with one finding to try the quick fix on.</source>
        <translation>HTTP 示例，含一个可尝试快速修复的问题。</translation>
    </message>
</context>
<context>
    <name>sallyport::Session</name>
    <message>
        <source>Restored After a Crash</source>
        <translation>崩溃后恢复</translation>
    </message>
    <message>
        <source>Unsaved work of the last time is back.</source>
        <translation>上次未保存的工作已恢复。</translation>
    </message>
    <message>
        <source>The files on disk are as they were.</source>
        <translation>磁盘上的文件保持不变。</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln file(s) only a part was left; it is in a new file. Save what you want to keep.</source>
        <translation>
            <numerusform>%Ln 个文件只剩下一部分；已放入新文件。请保存要保留的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on, save it, or undo to return to the text on disk.</source>
        <translation>继续编辑、保存，或撤销以恢复磁盘上的文本。</translation>
    </message>
    <message>
        <source>This file is open in another Sallyport window, too.</source>
        <translation>此文件也在另一个 Sallyport 窗口中打开。</translation>
    </message>
    <message>
        <source>Neither window overwrites what the other has saved without showing it.</source>
        <translation>任一窗口都不会在不提示的情况下覆盖另一个保存的内容。</translation>
    </message>
    <message>
        <source>You can go on in both; each tells when the other has saved.</source>
        <translation>两个窗口都可继续编辑；对方保存时会提示。</translation>
    </message>
</context>
<context>
    <name>sallyport::SeveralEdits</name>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>创建 %1 的副本</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>上移 %1</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>下移 %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>插入 %1</translation>
    </message>
    <message>
        <source>Add policy</source>
        <translation>添加策略</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln document(s)</source>
        <translation>
            <numerusform>删除 %Ln 个文档</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::SourceEditor</name>
    <message>
        <source>Indent</source>
        <translation>缩进</translation>
    </message>
    <message>
        <source>Unindent</source>
        <translation>减少缩进</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Toggle Co&amp;mment</source>
        <translation>切换注释(&amp;M)</translation>
    </message>
</context>
<context>
    <name>sallyport::SourcePanel</name>
    <message>
        <source>1 Source</source>
        <translation>1 来源</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Add a source: another namespace, or other labels</source>
        <translation>添加来源：另一个命名空间，或其他标签</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Remove this source</source>
        <translation>移除此来源</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Add a label…</source>
        <translation>添加标签…</translation>
    </message>
    <message>
        <source>Add a source to %1</source>
        <translation>为 %1 添加来源</translation>
    </message>
    <message>
        <source>Remove source %1</source>
        <translation>移除来源 %1</translation>
    </message>
    <message>
        <source>Move source %1</source>
        <translation>移动来源 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) on %1</source>
        <translation>
            <numerusform>%1 上有 %n 个 Pod</numerusform>
        </translation>
    </message>
    <message>
        <source>So many pods of namespace %1 have all of these labels.</source>
        <translation>命名空间 %1 中具有所有这些标签的 Pod 数量。</translation>
    </message>
</context>
<context>
    <name>sallyport::SourceTab</name>
    <message>
        <source>Source</source>
        <translation>源码</translation>
    </message>
    <message>
        <source>The text of the file. What is typed here reaches the form at once.</source>
        <translation>文件的文本。此处的输入立即反映到表单。</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>文件(&amp;F)：</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The file whose text is shown.</source>
        <translation>显示其文本的文件。</translation>
    </message>
    <message>
        <source>%1 (modified)</source>
        <translation>%1（已修改）</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text, so it cannot be edited here. The file is not changed. Convert it to UTF-8 with a text editor and open it again.</source>
        <translation>%1 不是 UTF-8 文本，无法在此编辑。文件未被修改。请用文本编辑器转换为 UTF-8 后重新打开。</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
</context>
<context>
    <name>sallyport::SourceText</name>
    <message>
        <source>Type</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::StatusLine</name>
    <message>
        <source>No file is open</source>
        <translation>没有打开的文件</translation>
    </message>
    <message>
        <source>%1 (not saved yet)</source>
        <translation>%1（尚未保存）</translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <translation>%1（只读）</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>产出目标：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Errors: %L1, warnings: %L2, notes: %L3. Click to see them.</source>
        <translation>错误：%L1，警告：%L2，提示：%L3。点击查看。</translation>
    </message>
    <message>
        <source>That sidecars block what no rule opens (outbound traffic policy REGISTRY_ONLY).</source>
        <translation>Sidecar 会阻止没有规则放行的流量（出站流量策略 REGISTRY_ONLY）。</translation>
    </message>
    <message>
        <source>gateway defaults</source>
        <translation>网关默认值</translation>
    </message>
    <message>
        <source>That each gateway is in istio-system, is selected by istio: &lt;name&gt;, and has the ports 80, 443 and 444.</source>
        <translation>每个网关都在 istio-system 中，由 istio: &lt;name&gt; 选中，端口为 80、443 和 444。</translation>
    </message>
    <message>
        <source>Assumed: %1</source>
        <translation>假定：%1</translation>
    </message>
    <message>
        <source>No Mesh document says it, so this is taken for granted:</source>
        <translation>没有 Mesh 文档说明，因此假定：</translation>
    </message>
    <message>
        <source>Click to write a Mesh that says so, and to change what is not so.</source>
        <translation>点击可写入说明这些内容的 Mesh，并修改不符之处。</translation>
    </message>
    <message>
        <source>Click to say it in the Mesh.</source>
        <translation>点击可在 Mesh 中说明。</translation>
    </message>
</context>
<context>
    <name>sallyport::StructureEdits</name>
    <message>
        <source>Add rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Add destination to %1</source>
        <translation>为 %1 添加目标</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>创建 %1 的副本</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>上移 %1</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>下移 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::Surroundings</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1，针对 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 also defines %2: Istio may take its ports and addresses.</source>
        <translation>%1 也定义了 %2：Istio 可能采用它的端口和地址。</translation>
    </message>
    <message>
        <source>%1 also routes %2: Istio drops the routes of one of the two.</source>
        <translation>%1 也为 %2 设置路由：Istio 会丢弃两者之一的路由。</translation>
    </message>
    <message>
        <source>%1 also sets how to connect to %2: Istio may take its settings.</source>
        <translation>%1 也设置了如何连接 %2：Istio 可能采用它的设置。</translation>
    </message>
    <message>
        <source>%1 is for the gateway&apos;s service, too: %2 does not see it any more.</source>
        <translation>%1 也针对网关的 Service：%2 不再看到它。</translation>
    </message>
    <message>
        <source>%1 lets its workloads reach everything (ALLOW_ANY).</source>
        <translation>%1 让其工作负载可以访问一切 (ALLOW_ANY)。</translation>
    </message>
    <message>
        <source>%1 hides %2 from its workloads.</source>
        <translation>%1 对其工作负载隐藏了 %2。</translation>
    </message>
    <message>
        <source>%1 opens port %2 of the same gateway without TLS: Istio serves one of the two.</source>
        <translation>%1 在同一网关上不加 TLS 地开放端口 %2：Istio 只提供两者之一。</translation>
    </message>
</context>
<context>
    <name>sallyport::TargetChoice</name>
    <message>
        <source>Objects for any Istio mesh are what leaves the program.</source>
        <translation>输出的是适用于任何 Istio 网格的对象。</translation>
    </message>
    <message>
        <source>The ASMEgressTrafficPolicy itself is what leaves the program.</source>
        <translation>输出的是 ASMEgressTrafficPolicy 本身。</translation>
    </message>
    <message>
        <source>The form in which the policies leave the program</source>
        <translation>策略离开程序时的形式</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>产出目标：%1</translation>
    </message>
</context>
<context>
    <name>sallyport::Titles</name>
    <message>
        <source>%1 +%2</source>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>destination %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <source>Egress policy</source>
        <translation>出口流量策略</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Expectations</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>已生成</translation>
    </message>
    <message>
        <source>Other document</source>
        <translation>其他文档</translation>
    </message>
    <message>
        <source>Empty document</source>
        <translation>空文档</translation>
    </message>
    <message>
        <source>Broken document</source>
        <translation>损坏的文档</translation>
    </message>
    <message>
        <source>policy without gateway</source>
        <translation>没有网关的策略</translation>
    </message>
    <message>
        <source>document %1</source>
        <translation>文档 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::Trace</name>
    <message>
        <source>whether the gateway&apos;s pods carry the labels that %1 selects</source>
        <translation>网关的 Pod 是否具有 %1 选择的标签</translation>
    </message>
    <message>
        <source>whether the request meets rule %1 of %2</source>
        <translation>请求是否符合 %2 的规则 %1</translation>
    </message>
    <message>
        <source>whether the request&apos;s token is valid</source>
        <translation>请求的令牌是否有效</translation>
    </message>
    <message>
        <source>what the external authorizer of %1 says</source>
        <translation>%1 的外部授权器如何回答</translation>
    </message>
    <message>
        <source>This rule denies the request.</source>
        <translation>此规则拒绝该请求。</translation>
    </message>
    <message>
        <source>This rule denies the connection; parts of it that only an HTTP request has are not looked at.</source>
        <translation>此规则拒绝该连接；其中只有 HTTP 请求才有的部分不予考虑。</translation>
    </message>
    <message>
        <source>This rule allows the request.</source>
        <translation>此规则放行该请求。</translation>
    </message>
    <message>
        <source>No rule allows the request.</source>
        <translation>没有规则放行该请求。</translation>
    </message>
    <message>
        <source>No rule allows the connection; rules with parts that only an HTTP request has allow none.</source>
        <translation>没有规则放行该连接；含有只有 HTTP 请求才有的部分的规则不放行任何连接。</translation>
    </message>
    <message>
        <source>how %1 mixes with other rules for the workload</source>
        <translation>%1 如何与该工作负载的其他规则结合</translation>
    </message>
    <message>
        <source>which of several DestinationRules of one host is taken, whose exportTo differs</source>
        <translation>一个主机的多个 exportTo 不同的 DestinationRule 中采用哪一个</translation>
    </message>
    <message>
        <source>what this trafficPolicy does</source>
        <translation>此 trafficPolicy 的作用</translation>
    </message>
    <message>
        <source>where a route without a destination of any weight leads</source>
        <translation>没有带权重的目标的路由通向何处</translation>
    </message>
    <message>
        <source>which of the weighted destinations in %1 of %2 is taken</source>
        <translation>%2 的 %1 中采用哪个带权重的目标</translation>
    </message>
    <message>
        <source>whether the mesh has a Service %1, and which ports and pods (list its gateway in the Mesh, or add the Service to the workspace)</source>
        <translation>网格是否有 Service %1，以及它有哪些端口和 Pod（请在 Mesh 中列出其网关，或将 Service 加入工作区）</translation>
    </message>
    <message>
        <source>No object that this proxy sees defines %1: there is nowhere to go.</source>
        <translation>此代理可见的对象都没有定义 %1：无处可去。</translation>
    </message>
    <message>
        <source>whether the Service %1 has a port %2 (the Mesh can list its ports)</source>
        <translation>Service %1 是否有端口 %2（可在 Mesh 中列出其端口）</translation>
    </message>
    <message>
        <source>%1 has no port %2: there is nowhere to go.</source>
        <translation>%1 没有端口 %2：无处可去。</translation>
    </message>
    <message>
        <source>No DestinationRule that this proxy uses has a subset %1 of %2: there is nowhere to go.</source>
        <translation>此代理使用的 DestinationRule 都没有 %2 的子集 %1：无处可去。</translation>
    </message>
    <message>
        <source>The request goes to %1, port %2.</source>
        <translation>请求发往 %1 的端口 %2。</translation>
    </message>
    <message>
        <source>The request goes to %1, port %2, subset %3.</source>
        <translation>请求发往 %1 的端口 %2，子集 %3。</translation>
    </message>
    <message>
        <source>how servers of two port numbers share one listener</source>
        <translation>两个端口号的服务器如何共用一个监听器</translation>
    </message>
    <message>
        <source>The server redirects plain requests to HTTPS.</source>
        <translation>服务器将明文请求重定向到 HTTPS。</translation>
    </message>
    <message>
        <source>how proxies of this version take a host with a trailing dot</source>
        <translation>此版本的代理如何处理末尾带点的主机</translation>
    </message>
    <message>
        <source>No VirtualService bound to this Gateway has %1: 404.</source>
        <translation>绑定到此 Gateway 的 VirtualService 都没有 %1：404。</translation>
    </message>
    <message>
        <source>what the host makes of the sidecar&apos;s TLS</source>
        <translation>主机如何处理 Sidecar 的 TLS</translation>
    </message>
    <message>
        <source>The server speaks plain HTTP, the sidecar TLS: the connection fails.</source>
        <translation>服务器使用明文 HTTP，Sidecar 使用 TLS：连接失败。</translation>
    </message>
    <message>
        <source>whether the host has a certificate for %1</source>
        <translation>主机是否有 %1 的证书</translation>
    </message>
    <message>
        <source>The server passes the sidecar&apos;s own TLS on, and the host has no certificate of the mesh: the connection fails.</source>
        <translation>服务器直通 Sidecar 自己的 TLS，而主机没有网格证书：连接失败。</translation>
    </message>
    <message>
        <source>The server asks for a certificate of the mesh, and gets none: the connection fails.</source>
        <translation>服务器要求网格证书，却没有得到：连接失败。</translation>
    </message>
    <message>
        <source>which certificate the server&apos;s secret holds</source>
        <translation>服务器的 Secret 中是哪个证书</translation>
    </message>
    <message>
        <source>The server expects TLS and gets none: the connection fails.</source>
        <translation>服务器要求 TLS，却没有得到：连接失败。</translation>
    </message>
    <message>
        <source>This route takes the connection.</source>
        <translation>此路由承接该连接。</translation>
    </message>
    <message>
        <source>which Service of the mesh this server passes the connection on to</source>
        <translation>此服务器将连接转交给网格的哪个 Service</translation>
    </message>
    <message>
        <source>No server of a Gateway listens on port %1 of %2.</source>
        <translation>没有 Gateway 的服务器在 %2 的端口 %1 监听。</translation>
    </message>
    <message>
        <source>what the proxy does: it refuses the listener of port %1, in which two servers take the same connections</source>
        <translation>代理的行为：它拒绝端口 %1 的监听器，其中两个服务器承接相同的连接</translation>
    </message>
    <message>
        <source>No server on port %1 of %2 takes a connection without a server name.</source>
        <translation>%2 的端口 %1 上没有服务器承接没有服务器名的连接。</translation>
    </message>
    <message>
        <source>No server on port %1 of %2 answers to %3.</source>
        <translation>%2 的端口 %1 上没有服务器应答 %3。</translation>
    </message>
    <message>
        <source>This server takes the connection on port %1 of %2.</source>
        <translation>此服务器承接 %2 端口 %1 的连接。</translation>
    </message>
    <message>
        <source>The server expects HTTP and gets something else.</source>
        <translation>服务器要求 HTTP，得到的却是其他内容。</translation>
    </message>
    <message>
        <source>whether port %1 of %2 leads to port %3 of its pods (the Mesh can list target ports)</source>
        <translation>%2 的端口 %1 是否通向其 Pod 的端口 %3（可在 Mesh 中列出目标端口）</translation>
    </message>
    <message>
        <source>whether the pods of %1 carry all labels that %2 selects</source>
        <translation>%1 的 Pod 是否具有 %2 选择的全部标签</translation>
    </message>
    <message>
        <source>which of the gateway&apos;s addresses is dialled</source>
        <translation>访问网关的哪个地址</translation>
    </message>
    <message>
        <source>Another server has %1 already: the whole server is dropped.</source>
        <translation>另一服务器已有 %1：整个服务器被丢弃。</translation>
    </message>
    <message>
        <source>A plain server has the port already: this one is dropped.</source>
        <translation>明文服务器已占用该端口：此服务器被丢弃。</translation>
    </message>
    <message>
        <source>Another server of this Gateway has the port name already: this one is dropped.</source>
        <translation>此 Gateway 的另一服务器已有该端口名称：此服务器被丢弃。</translation>
    </message>
    <message>
        <source>No VirtualService has a tcp route for this server.</source>
        <translation>没有 VirtualService 有此服务器的 tcp 路由。</translation>
    </message>
    <message>
        <source>Another route has one of these names already.</source>
        <translation>另一路由已有这些名称之一。</translation>
    </message>
    <message>
        <source>whether %1 of %2 hits the request</source>
        <translation>%2 的 %1 是否命中该请求</translation>
    </message>
    <message>
        <source>The route answers with a fault: %1.</source>
        <translation>该路由以故障应答：%1。</translation>
    </message>
    <message>
        <source>where the delegate of this route leads</source>
        <translation>此路由的委托通向何处</translation>
    </message>
    <message>
        <source>how the proxy answers this preflight request</source>
        <translation>代理如何应答此预检请求</translation>
    </message>
    <message>
        <source>The route answers with a redirect.</source>
        <translation>该路由以重定向应答。</translation>
    </message>
    <message>
        <source>The route answers itself: %1.</source>
        <translation>该路由自行应答：%1。</translation>
    </message>
    <message>
        <source>which headers each destination adds</source>
        <translation>每个目标添加哪些请求头</translation>
    </message>
    <message>
        <source>whether the gateway&apos;s pods carry the sourceLabels of %1</source>
        <translation>网关的 Pod 是否具有 %1 的 sourceLabels</translation>
    </message>
    <message>
        <source>whether the request meets %1 of %2</source>
        <translation>请求是否符合 %2 的 %1</translation>
    </message>
    <message>
        <source>The request does not meet this match.</source>
        <translation>请求不符合此匹配条件。</translation>
    </message>
    <message>
        <source>This route takes the request.</source>
        <translation>此路由承接该请求。</translation>
    </message>
    <message>
        <source>No route takes the request: 404.</source>
        <translation>没有路由承接该请求：404。</translation>
    </message>
    <message>
        <source>whether the gateway accepts the certificate that this file or secret holds</source>
        <translation>网关是否接受此文件或 Secret 中的证书</translation>
    </message>
    <message>
        <source>The sidecar speaks to %1 without mutual TLS.</source>
        <translation>Sidecar 访问 %1 时不使用双向 TLS。</translation>
    </message>
    <message>
        <source>The sidecar speaks TLS to %1 without a certificate of its own, as %2.</source>
        <translation>Sidecar 以 TLS 访问 %1，没有自己的证书，服务器名为 %2。</translation>
    </message>
    <message>
        <source>The sidecar speaks mutual TLS to %1 and asks for %2.</source>
        <translation>Sidecar 以双向 TLS 访问 %1，并请求 %2。</translation>
    </message>
    <message>
        <source>what becomes of requests to %1, which stay inside the cluster</source>
        <translation>发往 %1、停留在集群内的请求会怎样</translation>
    </message>
    <message>
        <source>whether the pods of %1 carry the labels of subset %2</source>
        <translation>%1 的 Pod 是否具有子集 %2 的标签</translation>
    </message>
    <message>
        <source>No pod of %1 belongs to subset %2.</source>
        <translation>%1 没有 Pod 属于子集 %2。</translation>
    </message>
    <message>
        <source>which service account the pods of %1 run under</source>
        <translation>%1 的 Pod 以哪个服务账号运行</translation>
    </message>
    <message>
        <source>The gateway&apos;s identity is none of those that are expected.</source>
        <translation>网关的身份不在预期之列。</translation>
    </message>
    <message>
        <source>which workloads stand behind %1</source>
        <translation>%1 背后是哪些工作负载</translation>
    </message>
    <message>
        <source>which endpoint of %1 is taken</source>
        <translation>采用 %1 的哪个端点</translation>
    </message>
    <message>
        <source>whether %1 has a certificate for %2</source>
        <translation>%1 是否有 %2 的证书</translation>
    </message>
    <message>
        <source>%1:%2 gets the application&apos;s own TLS, untouched.</source>
        <translation>%1:%2 得到应用自身的 TLS，原样直通。</translation>
    </message>
    <message>
        <source>%1:%2 gets the request.</source>
        <translation>%1:%2 得到该请求。</translation>
    </message>
    <message>
        <source>what %1 makes of TLS within TLS</source>
        <translation>%1 如何处理 TLS 中的 TLS</translation>
    </message>
    <message>
        <source>which authorities the file or secret trusts</source>
        <translation>该文件或 Secret 信任哪些颁发机构</translation>
    </message>
    <message>
        <source>which certificate %1 shows to a client that asks for “%2”</source>
        <translation>%1 向请求“%2”的客户端出示哪个证书</translation>
    </message>
    <message>
        <source>whether the certificate of %1 is for %2, too</source>
        <translation>%1 的证书是否也适用于 %2</translation>
    </message>
    <message>
        <source>whether %1 speaks TLS on port 80</source>
        <translation>%1 在端口 80 是否使用 TLS</translation>
    </message>
    <message>
        <source>The proxy speaks TLS to %1:%2 as %3; the name in the certificate is not verified.</source>
        <translation>代理以 TLS 访问 %1:%2，服务器名为 %3；不验证证书中的名称。</translation>
    </message>
    <message>
        <source>The proxy speaks TLS to %1:%2 as %3 and takes no certificate but one for %4.</source>
        <translation>代理以 TLS 访问 %1:%2，服务器名为 %3，只接受 %4 的证书。</translation>
    </message>
    <message>
        <source>%1:%2 gets the request over TLS.</source>
        <translation>%1:%2 通过 TLS 得到该请求。</translation>
    </message>
    <message>
        <source>Traffic without a rule may leave: %1:%2 is reached straight from the sidecar, past every gateway.</source>
        <translation>没有规则的流量可以离开：从 Sidecar 直接访问 %1:%2，绕过所有网关。</translation>
    </message>
    <message>
        <source>how this ServiceEntry is reached, which is not traced</source>
        <translation>如何访问此 ServiceEntry（不作追踪）</translation>
    </message>
    <message>
        <source>%1 has no endpoint here: nothing answers.</source>
        <translation>%1 在此没有端点：没有应答。</translation>
    </message>
    <message>
        <source>The proxy expects a certificate of the mesh from %1, which has none.</source>
        <translation>代理要求 %1 的网格证书，而它没有。</translation>
    </message>
    <message>
        <source>whether the host accepts the certificate that this file or secret holds</source>
        <translation>主机是否接受此文件或 Secret 中的证书</translation>
    </message>
    <message>
        <source>which was created first: %1</source>
        <translation>哪个先创建：%1</translation>
    </message>
    <message>
        <source>whether istiod allocates addresses for hosts without one (Istio before 1.25 does not by itself; the Mesh&apos;s istioVersion says which)</source>
        <translation>istiod 是否为没有地址的主机分配地址（Istio 1.25 之前不会自行分配；版本见 Mesh 的 istioVersion）</translation>
    </message>
    <message>
        <source>what two definitions of one host in one namespace come to</source>
        <translation>同一命名空间中一个主机的两个定义的结果</translation>
    </message>
    <message>
        <source>where this outboundTrafficPolicy sends traffic without a rule</source>
        <translation>此 outboundTrafficPolicy 将没有规则的流量送往何处</translation>
    </message>
    <message>
        <source>whether the mesh&apos;s outboundTrafficPolicy is REGISTRY_ONLY or ALLOW_ANY (a Mesh document says)</source>
        <translation>网格的 outboundTrafficPolicy 是 REGISTRY_ONLY 还是 ALLOW_ANY（由 Mesh 文档说明）</translation>
    </message>
    <message>
        <source>what %1 does to the request</source>
        <translation>%1 对请求的作用</translation>
    </message>
    <message>
        <source>what %1 hides from the workload</source>
        <translation>%1 对工作负载隐藏了什么</translation>
    </message>
    <message>
        <source>which requests %1 takes</source>
        <translation>%1 承接哪些请求</translation>
    </message>
    <message>
        <source>what %1 changes in the sidecar</source>
        <translation>%1 对 Sidecar 的改变</translation>
    </message>
    <message>
        <source>what becomes of a request to this address</source>
        <translation>发往此地址的请求会怎样</translation>
    </message>
    <message>
        <source>which of its addresses %1 resolves to</source>
        <translation>%1 解析到其哪个地址</translation>
    </message>
    <message>
        <source>whether %1 resolves to an address of its ServiceEntry (the Mesh can list its addresses)</source>
        <translation>%1 是否解析到其 ServiceEntry 的地址（可在 Mesh 中列出其地址）</translation>
    </message>
    <message>
        <source>how ports of this protocol share a listener with others</source>
        <translation>此协议的端口如何与其他端口共用监听器</translation>
    </message>
    <message>
        <source>Another service has the port for the same connections already.</source>
        <translation>另一服务已占用该端口的相同连接。</translation>
    </message>
    <message>
        <source>the listener of %1:%2</source>
        <translation>%1:%2 的监听器</translation>
    </message>
    <message>
        <source>the listener of port %1</source>
        <translation>端口 %1 的监听器</translation>
    </message>
    <message>
        <source>In %1, no VirtualService of %2 takes the connection of this workload.</source>
        <translation>在 %1 中，%2 的 VirtualService 都不承接此工作负载的连接。</translation>
    </message>
    <message>
        <source>In %1, this route takes the connection.</source>
        <translation>在 %1 中，此路由承接该连接。</translation>
    </message>
    <message>
        <source>Nothing in %1 takes the connection, and only what has a rule may leave: it is closed.</source>
        <translation>%1 中没有内容承接该连接，而只有有规则的流量可以离开：连接被关闭。</translation>
    </message>
    <message>
        <source>The sidecar has no listener for port %1, and only what has a rule may leave: the connection is closed.</source>
        <translation>Sidecar 没有端口 %1 的监听器，而只有有规则的流量可以离开：连接被关闭。</translation>
    </message>
    <message>
        <source>what the proxy does: it refuses %1, in which two routes take the same connections</source>
        <translation>代理的行为：它拒绝 %1，其中两条路由承接相同的连接</translation>
    </message>
    <message>
        <source>No route of it is for this workload and port.</source>
        <translation>它没有针对此工作负载和端口的路由。</translation>
    </message>
    <message>
        <source>An older VirtualService has the host already.</source>
        <translation>较早的 VirtualService 已有该主机。</translation>
    </message>
    <message>
        <source>No VirtualService has a route for this workload: the request goes to %1 itself.</source>
        <translation>没有 VirtualService 有针对此工作负载的路由：请求直接发往 %1。</translation>
    </message>
    <message>
        <source>which virtual host %1 belongs to</source>
        <translation>%1 属于哪个虚拟主机</translation>
    </message>
    <message>
        <source>No object that this workload sees has %1 on port %2, and only what has a rule may leave: 502.</source>
        <translation>此工作负载可见的对象都没有端口 %2 上的 %1，而只有有规则的流量可以离开：502。</translation>
    </message>
    <message>
        <source>connected with %1</source>
        <translation>已与 %1 连接</translation>
    </message>
    <message>
        <source>connection closed</source>
        <translation>连接被关闭</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>无法判定</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>，或</translation>
    </message>
    <message>
        <source>too much to try it all: %1</source>
        <translation>情况过多，无法全部尝试：%1</translation>
    </message>
    <message>
        <source>which request is meant: it has no namespace, or no URL or host and port that can be read</source>
        <translation>指的是哪个请求：它没有命名空间，或没有可读取的 URL 或主机和端口</translation>
    </message>
    <message>
        <source>The server ends the application&apos;s own TLS with a certificate of the mesh, which the application does not trust.</source>
        <translation>服务器用网格证书终结应用自身的 TLS，而应用不信任该证书。</translation>
    </message>
    <message>
        <source>the gateway shows a certificate of the mesh</source>
        <translation>网关出示网格的证书</translation>
    </message>
    <message>
        <source>The sidecar speaks HTTP/2 to port %1 of %2, and no gateway takes a WebSocket over that.</source>
        <translation>Sidecar 以 HTTP/2 访问 %2 的端口 %1，而网关都不在其上接受 WebSocket。</translation>
    </message>
    <message>
        <source>whether %1 takes WebSockets over HTTP/2</source>
        <translation>%1 是否接受 HTTP/2 上的 WebSocket</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>来自 %2 的 %1</translation>
    </message>
    <message>
        <source>200 with grpc-status %1, for %2</source>
        <translation>200，grpc-status %1，%2</translation>
    </message>
    <message>
        <source>connection closed: %1</source>
        <translation>连接被关闭：%1</translation>
    </message>
</context>
<context>
    <name>sallyport::TraceCommand</name>
    <message>
        <source>--from starts with a namespace, like mytest or mytest/app=sleep-a, not &apos;%1&apos;.</source>
        <translation>--from 以命名空间开头，如 mytest 或 mytest/app=sleep-a，而不是“%1”。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no label of the form key=value.</source>
        <translation>“%1”不是 key=value 形式的标签。</translation>
    </message>
    <message>
        <source>--url is http://host/path, https://host or tcp://host:port, not &apos;%1&apos;.</source>
        <translation>--url 为 http://host/path、https://host 或 tcp://host:port，而不是“%1”。</translation>
    </message>
    <message>
        <source>-H takes &apos;Name: value&apos;, not &apos;%1&apos;.</source>
        <translation>-H 接受“Name: value”，而不是“%1”。</translation>
    </message>
    <message>
        <source>--from and --url say whose request it is and where it goes.</source>
        <translation>--from 和 --url 说明是谁的请求以及去往何处。</translation>
    </message>
    <message>
        <source>allowed: %1</source>
        <translation>放行：%1</translation>
    </message>
    <message>
        <source>blocked: %1</source>
        <translation>阻止：%1</translation>
    </message>
    <message>
        <source>cannot tell: it is not known %1</source>
        <translation>无法判定：不知道%1</translation>
    </message>
    <message>
        <source>The policy has errors; what they concern is left out of the trace. See sallyport check.</source>
        <translation>策略有错误；涉及的内容不进入追踪。见 sallyport check。</translation>
    </message>
    <message>
        <source>say what happens to a request, step by step, and which field decides</source>
        <translation>逐步说明请求会怎样，以及由哪个字段决定</translation>
    </message>
    <message>
        <source>Follows one request of a workload through its sidecar, the egress gateway and its policies, over what the files
compile to and every other Istio object in them. Ends with 0 where the request is allowed, with 1 where it is
blocked or where nobody can tell without a fact that the answer names. For many requests at once, write an
Expectations document and run &quot;sallyport check --output json&quot;.</source>
        <translation>追踪某个工作负载的一个请求，经过其 Sidecar、出口网关及其策略，依据文件编译出的内容
以及其中的所有其他 Istio 对象。请求被放行时以 0 结束；被阻止，或缺少答案所指的事实而无法判定时，
以 1 结束。要一次检查多个请求，请编写 Expectations 文档并运行
“sallyport check --output json”。</translation>
    </message>
    <message>
        <source>whose request: mytest/app=sleep-a,tier=web</source>
        <translation>谁的请求：mytest/app=sleep-a,tier=web</translation>
    </message>
    <message>
        <source>where to: http://host/path, https://host or tcp://host:port</source>
        <translation>去往何处：http://host/path、https://host 或 tcp://host:port</translation>
    </message>
    <message>
        <source>the workload&apos;s service account (default: default)</source>
        <translation>工作负载的服务账号（默认：default）</translation>
    </message>
    <message>
        <source>the HTTP method (default: GET)</source>
        <translation>HTTP 方法（默认：GET）</translation>
    </message>
    <message>
        <source>a header of the request; any number of them</source>
        <translation>请求头；可有任意多个</translation>
    </message>
    <message>
        <source>how the answer is written (default: text)</source>
        <translation>答案的输出格式（默认：text）</translation>
    </message>
</context>
<context>
    <name>sallyport::TraceDocks</name>
    <message>
        <source>Trace</source>
        <translation>追踪</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>What came of the expectations. Click to see them.</source>
        <translation>期望的结果。点击查看。</translation>
    </message>
    <message>
        <source>This is expected already.</source>
        <translation>已有此期望。</translation>
    </message>
    <message>
        <source>The request is expected from now on.</source>
        <translation>从现在起期望此请求。</translation>
    </message>
</context>
<context>
    <name>sallyport::TraceFlow</name>
    <message>
        <source>the application&apos;s TLS</source>
        <translation>应用的 TLS</translation>
    </message>
    <message>
        <source>stream</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>网关</translation>
    </message>
</context>
<context>
    <name>sallyport::TraceModel</name>
    <message>
        <source>Not taken</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>the mesh</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>发生什么</translation>
    </message>
    <message>
        <source>What decides it</source>
        <translation>由什么决定</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>由此生成</translation>
    </message>
</context>
<context>
    <name>sallyport::TracePane</name>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>复制为 curl(&amp;U)</translation>
    </message>
    <message>
        <source>Copy the request as a command for a shell in the workload&apos;s pod.</source>
        <translation>将请求复制为可在工作负载 Pod 的 shell 中运行的命令。</translation>
    </message>
    <message>
        <source>Add as e&amp;xpectation</source>
        <translation>添加为期望(&amp;X)</translation>
    </message>
    <message>
        <source>Keep the request, with what is to become of it, in an Expectations document.</source>
        <translation>将请求及其应有的结果保存在期望文档中。</translation>
    </message>
    <message>
        <source>As It Is &amp;Now</source>
        <translation>与现在相同(&amp;N)</translation>
    </message>
    <message>
        <source>Must Be &amp;Allowed</source>
        <translation>必须允许(&amp;A)</translation>
    </message>
    <message>
        <source>Must Be &amp;Blocked</source>
        <translation>必须阻止(&amp;B)</translation>
    </message>
    <message>
        <source>Say whose request it is: the namespace and the labels of the workload.</source>
        <translation>请说明这是谁的请求：工作负载的命名空间和标签。</translation>
    </message>
    <message>
        <source>Say where the request goes: http://host/path, https://host, or host:port for a stream.</source>
        <translation>请说明请求发往哪里：http://主机/路径、https://主机，数据流则为 主机:端口。</translation>
    </message>
    <message>
        <source>As It Is &amp;Now: %1</source>
        <translation>与现在相同(&amp;N)：%1</translation>
    </message>
</context>
<context>
    <name>sallyport::TraceView</name>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Way of the request</source>
        <translation>请求的路径</translation>
    </message>
    <message>
        <source>Steps of the request</source>
        <translation>请求的步骤</translation>
    </message>
    <message>
        <source>What happens on the way, what decides it, and what lost. Enter goes to the field that decides a step.</source>
        <translation>途中发生什么、由什么决定、哪些未被采用。按回车键转到决定该步骤的字段。</translation>
    </message>
    <message>
        <source>&amp;Go to Field</source>
        <translation>转到字段(&amp;G)</translation>
    </message>
    <message>
        <source>Show &amp;Object</source>
        <translation>显示对象(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>sallyport::Verdict</name>
    <message>
        <source>Allowed</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>阻止</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Cannot tell: it is not known %1.</source>
        <translation>无法判断：不知道%1。</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>阻止：%1</translation>
    </message>
    <message>
        <source>Allowed: %1, straight from the sidecar</source>
        <translation>允许：%1，直接来自 Sidecar</translation>
    </message>
    <message>
        <source>Allowed: %1, through %2</source>
        <translation>允许：%1，经由 %2</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Sidecar</source>
        <translation>Sidecar</translation>
    </message>
    <message>
        <source>Mutual TLS</source>
        <translation>双向 TLS</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
</context>
<context>
    <name>sallyport::WorkBar</name>
    <message>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
    <message>
        <source>Progress of the cluster&apos;s work</source>
        <translation>集群工作的进度</translation>
    </message>
    <message>
        <source>Stops what is under way. What a server was already told to do may still happen.</source>
        <translation>停止正在进行的工作。已要求服务器做的事仍可能发生。</translation>
    </message>
</context>
<context>
    <name>sallyport::WorkspaceEditor</name>
    <message>
        <source>The change was not made.</source>
        <translation>没有做出修改。</translation>
    </message>
    <message>
        <source>All files are as they were.</source>
        <translation>所有文件保持不变。</translation>
    </message>
    <message>
        <source>Its file was closed in the meantime. Open it again.</source>
        <translation>其文件在此期间已关闭。请重新打开。</translation>
    </message>
    <message>
        <source>The file was not saved.</source>
        <translation>文件没有保存。</translation>
    </message>
    <message>
        <source>Your changes are still here.</source>
        <translation>您的修改仍在此处。</translation>
    </message>
    <message>
        <source>It has no name yet. Save it under one.</source>
        <translation>它还没有名称。请以某个名称保存。</translation>
    </message>
    <message>
        <source>The file was not saved: another program has changed it.</source>
        <translation>文件没有保存：另一个程序修改了它。</translation>
    </message>
    <message>
        <source>The file on disk is as the other program left it, and your changes are still here.</source>
        <translation>磁盘上的文件保持另一程序留下的样子，您的修改仍在此处。</translation>
    </message>
    <message>
        <source>Look at both and decide, or save yours under another name.</source>
        <translation>请查看两者并决定，或将您的以其他名称保存。</translation>
    </message>
    <message>
        <source>The file was not saved: what is there now cannot be read.</source>
        <translation>文件没有保存：无法读取该处现有的内容。</translation>
    </message>
    <message>
        <source>The file on disk is as it was, and your changes are still here.</source>
        <translation>磁盘上的文件保持不变，您的修改仍在此处。</translation>
    </message>
    <message>
        <source>Save under another name, or make it readable first.</source>
        <translation>请以其他名称保存，或先使其可读。</translation>
    </message>
    <message>
        <source>Both files are as they were, and your changes are still here.</source>
        <translation>两个文件保持不变，您的修改仍在此处。</translation>
    </message>
    <message>
        <source>A file of that name is open here, too. Close it first, or choose another name.</source>
        <translation>这里也打开了同名的文件。请先关闭它，或选择其他名称。</translation>
    </message>
    <message>
        <source>Reload %1</source>
        <translation>重新载入 %1</translation>
    </message>
</context>
<context>
    <name>sallyport::WorkspaceFixes</name>
    <message>
        <source>Split it into %1 destinations</source>
        <translation>拆分为 %1 个目标</translation>
    </message>
</context>
<context>
    <name>sallyport::kube::ApplyJob</name>
    <message>
        <source>The list of our objects was not written.</source>
        <translation>没有写入我方对象的列表。</translation>
    </message>
    <message>
        <source>The cluster changed since this plan.</source>
        <translation>制定此计划后集群发生了变化。</translation>
    </message>
    <message>
        <source>An object was not deleted.</source>
        <translation>有对象没有删除。</translation>
    </message>
    <message>
        <source>An object was not applied.</source>
        <translation>有对象没有应用。</translation>
    </message>
    <message>
        <source>Make a new plan and look at it.</source>
        <translation>请重新制定计划并查看。</translation>
    </message>
</context>
<context>
    <name>sallyport::kube::DriftWatch</name>
    <message>
        <source>Changes on the cluster are not watched any more.</source>
        <translation>不再监视集群上的变更。</translation>
    </message>
</context>
<context>
    <name>sallyport::kube::MeshFactsJob</name>
    <message>
        <source>The cluster could not be asked about its mesh.</source>
        <translation>无法向集群询问其网格。</translation>
    </message>
    <message>
        <source>the gateways&apos; Services</source>
        <translation>网关的 Service</translation>
    </message>
    <message>
        <source>Istio&apos;s version</source>
        <translation>Istio 的版本</translation>
    </message>
    <message>
        <source>the mesh&apos;s configuration</source>
        <translation>网格的配置</translation>
    </message>
</context>
<context>
    <name>sallyport::kube::PlanJob</name>
    <message>
        <source>The cluster has no ASMEgressTrafficPolicy</source>
        <translation>该集群没有 ASMEgressTrafficPolicy</translation>
    </message>
    <message>
        <source>The cluster has no Istio</source>
        <translation>该集群没有 Istio</translation>
    </message>
    <message>
        <source>Nothing on the cluster was changed.</source>
        <translation>集群没有发生任何变化。</translation>
    </message>
    <message>
        <source>Choose Istio as the target, or the context of the mesh&apos;s control plane.</source>
        <translation>请选择 Istio 作为产出目标，或选择网格控制面的上下文。</translation>
    </message>
    <message>
        <source>Choose the context of a cluster with Istio, or ASM as the target.</source>
        <translation>请选择有 Istio 的集群的上下文，或选择 ASM 作为产出目标。</translation>
    </message>
    <message>
        <source>The cluster could not be asked what it serves.</source>
        <translation>无法向集群询问它提供什么。</translation>
    </message>
    <message>
        <source>What is on the cluster could not be read.</source>
        <translation>无法读取集群上的内容。</translation>
    </message>
    <message>
        <source>The cluster does not know the kind %1.</source>
        <translation>该集群不认识种类 %1。</translation>
    </message>
    <message>
        <source>It is being deleted, and kept for now by %1.</source>
        <translation>它正在删除，暂时由 %1 保留。</translation>
    </message>
    <message>
        <source>It was not applied by Sallyport, and is never deleted.</source>
        <translation>它不是由 Sallyport 应用的，从不删除。</translation>
    </message>
    <message>
        <source>It belongs to another set of objects, and is not deleted with this one.</source>
        <translation>它属于另一个对象集合，不随此集合删除。</translation>
    </message>
    <message>
        <source>You may not %1.</source>
        <translation>您无权 %1。</translation>
    </message>
    <message>
        <source>The plan could not be made.</source>
        <translation>无法制定计划。</translation>
    </message>
    <message>
        <source>The server would drop %1.</source>
        <translation>服务器会丢弃 %1。</translation>
    </message>
    <message>
        <source>It is being deleted, and kept for now by %1. Plan again when it is gone.</source>
        <translation>它正在删除，暂时由 %1 保留。请在它消失后重新计划。</translation>
    </message>
    <message>
        <source>mesh %1</source>
        <translation>网格 %1</translation>
    </message>
    <message>
        <source>set %1</source>
        <translation>集合 %1</translation>
    </message>
    <message>
        <source>%1 keeps this object, and will set back what is written here.</source>
        <translation>%1 维护此对象，会还原在此写入的内容。</translation>
    </message>
    <message>
        <source>What others have changes the outcome, and you may not look at all of it: %1.</source>
        <translation>他人的内容会影响结果，而您无权查看全部：%1。</translation>
    </message>
    <message>
        <source>The %1 of others could not be looked at.</source>
        <translation>无法查看他人的 %1。</translation>
    </message>
    <message>
        <source>An ASMEgressTrafficPolicy for the same gateway is on the cluster</source>
        <translation>集群上有同一网关的 ASMEgressTrafficPolicy</translation>
    </message>
    <message>
        <source>The Istio objects of this policy are on the cluster</source>
        <translation>集群上有此策略的 Istio 对象</translation>
    </message>
    <message>
        <source>Two forms of one policy contradict each other: delete that one first (target ASM).</source>
        <translation>同一策略的两种形式相互矛盾：请先删除那一个（产出目标 ASM）。</translation>
    </message>
    <message>
        <source>Two forms of one policy contradict each other: delete those first (target Istio).</source>
        <translation>同一策略的两种形式相互矛盾：请先删除那些（产出目标 Istio）。</translation>
    </message>
</context>
<context>
    <name>sallyport::kube::PoliciesJob</name>
    <message>
        <source>The cluster could not be asked what it serves.</source>
        <translation>无法向集群询问它提供什么。</translation>
    </message>
    <message>
        <source>The cluster has no ASMEgressTrafficPolicy</source>
        <translation>该集群没有 ASMEgressTrafficPolicy</translation>
    </message>
    <message>
        <source>Nothing on the cluster was changed.</source>
        <translation>集群没有发生任何变化。</translation>
    </message>
    <message>
        <source>Open the context of an ASM control plane: that is where these policies are.</source>
        <translation>请打开 ASM 控制面的上下文：这些策略在那里。</translation>
    </message>
    <message>
        <source>The policies of the cluster could not be read.</source>
        <translation>无法读取集群的策略。</translation>
    </message>
</context>
</TS>
