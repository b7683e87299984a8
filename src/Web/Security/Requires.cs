using Huanxin.Core.People;
using Microsoft.AspNetCore.Authorization;

namespace Huanxin.Web.Security;

/// <summary>The permission a page or endpoint needs. Without it, or an explicit public mark, a route is closed to everybody.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public Permission Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Asks the person's rights.</summary>
public sealed class RequiresHandler(CurrentUser me) : AuthorizationHandler<RequiresAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (me.IsSignedIn && me.May(requirement.Permission)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Any signed-in person, whatever their posts: their own account and nothing else.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Asks whether anybody is signed in.</summary>
public sealed class SignedInHandler(CurrentUser me) : AuthorizationHandler<SignedInAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SignedInAttribute requirement)
    {
        if (me.IsSignedIn) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
