using System.Globalization;
using Huanxin.App.Files;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Huanxin.Web.Programmes.Checks;

/// <summary>The check whose answer is the same workbook with its faults marked.</summary>
public static class CheckEndpoints
{
    public static void MapChecks(this WebApplication app) => app.MapPost(Links.CheckFaults, MarkAsync).WithMetadata(new RequiresAttribute(Permission.ViewPolicies));

    /// <summary>The request as the form sends it; a date that is none counts as none.</summary>
    public static CheckRequest Read(IFormFile? file, string? kind, string? policy, string? on) => new(
        file is { Length: > 0 } ? file : null, kind == "plan" ? CheckedKind.Plan : CheckedKind.Ledger, policy ?? "",
        DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null);

    private static IResult MarkAsync(
        IFormFile? file, [FromForm] string? kind, [FromForm] string? policy, [FromForm] string? on, CheckDesk desk, CancellationToken stop)
    {
        var request = Read(file, kind, policy, on);
        if (request.File is null) return Results.Redirect(Links.Check);

        var answer = desk.Answer(request, stop);
        var name = $"{Path.GetFileNameWithoutExtension(request.File.FileName)}-问题标注.xlsx";
        return Results.Stream(stream => CheckDesk.MarkAsync(request.File, answer, stream, stop), FileKind.Xlsx.MediaType(), name);
    }
}
