using Microsoft.AspNetCore.Http.HttpResults;

namespace Huanxin.Web.Problems;

/// <summary>Answers people with the page of a problem. Rendered on the spot, so that it also comes when the database does not.</summary>
public static class ProblemPages
{
    public static Task AnswerAsync(HttpContext http)
    {
        var problem = http.Items[typeof(Problem)] as Problem ?? Problem.OfStatus(http.Response.StatusCode);
        http.Response.Headers.CacheControl = "no-store";
        var page = new RazorComponentResult<ProblemDocument>(new { Of = problem }) { StatusCode = problem.Status };
        return page.ExecuteAsync(http);
    }
}
