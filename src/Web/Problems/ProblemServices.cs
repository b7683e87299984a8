namespace Huanxin.Web.Problems;

/// <summary>Registers and wires the one place that turns exceptions into answers.</summary>
public static class ProblemServices
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddExceptionHandler<ProblemHandler>();
        services.AddProblemDetails();
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseWhen(http => ProblemHandler.IsForPrograms(http.Request),
            api => api.UseStatusCodePages(status => ProblemHandler.AnswerStatusAsync(status.HttpContext)));
        app.UseWhen(http => !ProblemHandler.IsForPrograms(http.Request),
            pages => pages.UseStatusCodePages(status => ProblemPages.AnswerAsync(status.HttpContext)));
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => true, ExceptionHandler = _ => Task.CompletedTask });
    }
}
