using Huanxin.Web.Ui.Figures;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui.Tables;

namespace Huanxin.Web.Ui;

/// <summary>Registers and maps the screens.</summary>
public static class UiServices
{
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<Shell>();
        services.AddScoped<LoadingTurn>();
        services.AddSingleton(Drawn.Encoder);
        return services;
    }

    /// <summary>Maps the pages; the library files are public, because the sign-in page needs them.</summary>
    public static void MapUi(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
        app.MapSavedViews();
    }

    /// <summary>Before routing: a list asked for with format=xlsx is answered by the endpoint of the same name ending in .xlsx.</summary>
    public static void UseUi(this WebApplication app) =>
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.Query["format"] == "xlsx" && HttpMethods.IsGet(request.Method)) request.Path += ".xlsx";
            SeeOtherAfterPost(context);
            return next();
        });

    // A browser that is sent on after a post must fetch the next page with GET, which only 303 says plainly.
    private static void SeeOtherAfterPost(HttpContext context)
    {
        if (!context.IsPost()) return;

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status302Found) context.Response.StatusCode = StatusCodes.Status303SeeOther;
            return Task.CompletedTask;
        });
    }
}
