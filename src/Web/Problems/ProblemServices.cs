using System.Text.Json;

namespace Huanxin.Web.Problems;

/// <summary>Registers and wires the one place that turns exceptions into answers.</summary>
public static class ProblemServices
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddExceptionHandler<ProblemHandler>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Customize);
    }

    // Faults of input found by the framework are answered like our own; names as the request writes them.
    private static void Customize(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is not HttpValidationProblemDetails found) return;

        Problem.OfInput(found.Errors.ToDictionary(error => JsonNamingPolicy.CamelCase.ConvertName(error.Key), error => error.Value)).Fill(found);
        context.HttpContext.Response.StatusCode = found.Status!.Value;
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
