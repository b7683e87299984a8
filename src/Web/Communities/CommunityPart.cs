namespace Huanxin.Web.Communities;

/// <summary>
/// A section that a later feature adds to a community's file, e.g. its projects: a component with the parameter CommunityId. The register
/// does not know who they are.
/// </summary>
public sealed record CommunityPart(Type Component);
