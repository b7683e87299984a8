using Huanxin.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Huanxin.Web.Problems;

/// <summary>Answers people with the page of a problem. Rendered on the spot, so that it also comes when the database does not.</summary>
public static class ProblemPages
{
    public static async Task AnswerAsync(HttpContext http)
    {
        var problem = http.Items[typeof(Problem)] as Problem ?? Problem.OfStatus(http.Response.StatusCode);
        var isSignedIn = http.RequestServices.GetRequiredService<CurrentUser>().IsSignedIn;

        // A page that had begun to render has used up its services, and has set a header that is set only once.
        await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        http.Response.Headers.Remove("blazor-enhanced-nav");
        http.Response.Headers.CacheControl = "no-store";

        // The navigation asks the database who the person is; when something is broken it is left out.
        var me = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        if (isSignedIn && problem.Status < 500) await me.LoadAsync(http.User, http.RequestAborted);

        await new RazorComponentResult<ProblemDocument>(new { Of = problem }) { StatusCode = problem.Status }.ExecuteAsync(http);
    }
}
