using System.Diagnostics;
using Huanxin.App.Data;
using Huanxin.App.Operations;
using Huanxin.Core.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Huanxin.Web.Problems;

/// <summary>What went wrong, as the user is told it: one sentence, a stable code, the number by which the log is found.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable dotted code (docs/api.md lists them).</param>
/// <param name="Sentence">One Chinese sentence.</param>
/// <param name="Clause">Clause behind a refusal, if any.</param>
/// <param name="Trace">Trace number.</param>
public sealed record Problem(int Status, string Code, string Sentence, string? Clause, string Trace)
{
    /// <summary>What is wrong with each part of the request; null where that is not the matter.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Judges an exception; everything that is not a known answer is a bug.</summary>
    public static Problem Of(Exception fault, Dialect dialect) => fault switch
    {
        Refusal refusal => new(409, refusal.Code, refusal.Sentence, refusal.Clause, TraceNumber),
        EditConflict conflict => new(409, "edit.conflict", conflict.Message, null, TraceNumber),
        StorageTrouble storage => new(503, "storage.trouble", storage.Message, null, TraceNumber),
        AntiforgeryValidationException => new(400, "form.stale", StatusSentences.Of(400), null, TraceNumber),
        InputFault input => OfInput(input.Errors),
        BadHttpRequestException bad => OfStatus(bad.StatusCode),
        _ when dialect.Trouble(fault) is { } sentence => new(503, "storage.trouble", sentence, null, TraceNumber),
        _ => OfStatus(500),
    };

    /// <summary>A status without an exception behind it.</summary>
    public static Problem OfStatus(int status) => new(status, $"http.{status}", StatusSentences.Of(status), null, TraceNumber);

    /// <summary>What was asked cannot be read; each name with what is wrong with it.</summary>
    public static Problem OfInput(IReadOnlyDictionary<string, string[]> errors) =>
        new(422, "input.invalid", StatusSentences.Of(422), null, TraceNumber) { Errors = errors };

    /// <summary>The form in which programs read it (RFC 9457).</summary>
    public ProblemDetails Details()
    {
        var details = new ProblemDetails();
        Fill(details);
        return details;
    }

    /// <summary>Puts it into details that the framework has begun.</summary>
    public void Fill(ProblemDetails details)
    {
        (details.Status, details.Title, details.Type) = (Status, Sentence, $"/problems/{Code}");
        (details.Extensions["code"], details.Extensions["clause"], details.Extensions["trace"]) = (Code, Clause, Trace);
        if (Errors is null) return;

        if (details is HttpValidationProblemDetails validation) validation.Errors = Errors.ToDictionary();
        else details.Extensions["errors"] = Errors;
    }

    private static string TraceNumber => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString()[..16];
}

/// <summary>Turns every exception into a problem: JSON for programs, the page of its status for people. Bugs are logged once.</summary>
public sealed class ProblemHandler(ILogger<ProblemHandler> log, Dialect dialect) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception fault, CancellationToken stop)
    {
        if (fault is OperationCanceledException && http.RequestAborted.IsCancellationRequested) return true;

        var problem = Problem.Of(fault, dialect);
        if (fault is Refusal refusal) Telemetry.Refused(refusal);
        if (problem.Status == 500) log.LogError(fault, "bug {Trace} at {Path}", problem.Trace, http.Request.Path);
        else if (problem.Status == 503) log.LogWarning(fault, "storage trouble {Trace} at {Path}", problem.Trace, http.Request.Path);

        http.Response.StatusCode = problem.Status;
        http.Items[typeof(Problem)] = problem;
        if (!IsForPrograms(http.Request)) return true;    // the page of the status follows (UseStatusCodePages)

        await http.Response.WriteAsJsonAsync(problem.Details(), options: null, "application/problem+json", stop);
        return true;
    }

    /// <summary>Answers a bare status with problem details when a program asked.</summary>
    public static async Task AnswerStatusAsync(HttpContext http)
    {
        var problem = http.Items[typeof(Problem)] as Problem ?? Problem.OfStatus(http.Response.StatusCode);
        await http.Response.WriteAsJsonAsync(problem.Details(), options: null, "application/problem+json", http.RequestAborted);
    }

    public static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api");
}
