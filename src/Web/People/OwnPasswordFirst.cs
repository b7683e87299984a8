using Huanxin.Web.Problems;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Microsoft.AspNetCore.Authorization;

namespace Huanxin.Web.People;

/// <summary>Whoever has a password that someone else knows changes it before anything else.</summary>
public static class OwnPasswordFirst
{
    private static readonly string[] Allowed = [Links.MyPassword, Links.SignOut];

    public static void UseOwnPasswordFirst(this WebApplication app) => app.Use((http, next) =>
    {
        var me = http.RequestServices.GetRequiredService<CurrentUser>();
        if (me.Account is not { MustChangePassword: true } || IsAllowed(http)) return next(http);

        if (ProblemHandler.IsForPrograms(http.Request)) http.Response.StatusCode = StatusCodes.Status403Forbidden;
        else http.Response.Redirect(Links.MyPassword);
        return Task.CompletedTask;
    });

    // What is public needs no password at all.
    private static bool IsAllowed(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null || Allowed.Contains(http.Request.Path.Value);
}
