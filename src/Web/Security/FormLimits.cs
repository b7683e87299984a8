using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Huanxin.Web.Security;

/// <summary>How much one request may send. More is answered before anything of it is read or kept.</summary>
public static class FormLimits
{
    /// <summary>One document of the largest kind and its form, or several small ones.</summary>
    public const long LargestRequest = 64L << 20;

    /// <summary>One text of a form.</summary>
    public static readonly long LargestText = new FormOptions().ValueLengthLimit;

    /// <summary>True when the request says itself that it is too large for where it goes.</summary>
    public static bool IsTooLarge(HttpContext http)
    {
        var own = http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata>();
        return http.Request.ContentLength > (own is null ? LargestRequest : own.MaxRequestBodySize ?? long.MaxValue);
    }

    /// <summary>Status of a form that could not be read: too long, or broken and without a token of ours.</summary>
    public static int StatusOf(IAntiforgeryValidationFeature form) => form.Error?.InnerException switch
    {
        BadHttpRequestException bad => bad.StatusCode,

        // The framework says in its message alone that one of its limits on forms was reached.
        InvalidDataException fault when fault.Message.Contains("limit", StringComparison.OrdinalIgnoreCase) => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status400BadRequest,
    };
}
