using Huanxin.Web.Security;
using Huanxin.Web.Ui;

namespace Huanxin.Web.People;

/// <summary>Whoever has a password that someone else knows changes it before anything else.</summary>
public static class OwnPasswordFirst
{
    private static readonly string[] Allowed = [Links.MyPassword, Links.SignOut, Links.SignIn, "/lib", "/health"];

    public static void UseOwnPasswordFirst(this WebApplication app) => app.Use((http, next) =>
    {
        var me = http.RequestServices.GetRequiredService<CurrentUser>();
        if (me.Account is not { MustChangePassword: true } || IsAllowed(http.Request.Path)) return next(http);

        http.Response.Redirect(Links.MyPassword);
        return Task.CompletedTask;
    });

    private static bool IsAllowed(PathString path) =>
        Path.HasExtension(path) || Allowed.Any(allowed => path.StartsWithSegments(allowed, StringComparison.Ordinal));
}
