using System.Text.Encodings.Web;
using System.Text.Unicode;
using Huanxin.Web.Security;

namespace Huanxin.Web.Api;

/// <summary>The JSON API: the same rights, places and lists as the pages, under a version of its own.</summary>
public static class ApiServices
{
    public const string Root = "/api/v1";
    public const string DocumentPath = Root + "/openapi.json";

    // What any of these routes may answer beside the thing asked for.
    private static readonly int[] Refusals =
    [
        StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity,
        StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable,
    ];

    public static void AddApi(this IServiceCollection services)
    {
        services.AddValidation();
        services.AddOpenApi(ApiDocument.Name, ApiDocument.Describe);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi(DocumentPath).WithMetadata(new SignedInAttribute());
        var api = app.MapGroup(Root).RequireRateLimiting(RateLimits.Api);
        foreach (var status in Refusals)
        {
            api.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemAnswer), ["application/problem+json"]));
        }

        PeopleApi.Map(api);
        RecordApi.Map(api);
        Communities.CommunityApi.Map(api);
        ProgrammeApi.Map(api);
    }
}
